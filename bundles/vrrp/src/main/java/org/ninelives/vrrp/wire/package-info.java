/**
 * VRRP and gratuitous ARP as bytes: building, checking and wording packets, without sending any.
 */
package org.ninelives.vrrp.wire;
