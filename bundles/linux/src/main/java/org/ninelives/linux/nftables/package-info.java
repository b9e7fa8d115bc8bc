/** Our tables of the packet filter, by netlink to nf_tables. */
package org.ninelives.linux.nftables;
