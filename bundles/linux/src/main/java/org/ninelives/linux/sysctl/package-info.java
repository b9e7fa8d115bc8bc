/** Settings of the kernel below /proc/sys, changed while they are needed. */
package org.ninelives.linux.sysctl;
