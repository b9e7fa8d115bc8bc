/** The labs: what a pair of routers shows on the wire, in the kernel and to a client. */
package org.ninelives.labs;
