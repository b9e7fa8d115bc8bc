/**
 * VRRP over both families, gratuitous ARP and neighbour advertisements as bytes: building, checking
 * and wording packets, without sending any.
 */
package org.ninelives.vrrp.wire;
