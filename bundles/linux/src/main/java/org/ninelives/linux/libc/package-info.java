/** The few functions of the C library this bundle calls, and the numbers they take. */
package org.ninelives.linux.libc;
