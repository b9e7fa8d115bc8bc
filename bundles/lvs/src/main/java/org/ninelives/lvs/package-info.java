/** Virtual servers and the table of the kernel. */
package org.ninelives.lvs;
