/** The checker that sends a datagram. */
package org.ninelives.check.udp;
