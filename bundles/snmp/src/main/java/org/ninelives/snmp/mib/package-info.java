/** Which variables there are, by KEEPALIVED-MIB, VRRP-MIB and VRRPV3-MIB, read off the beans. */
package org.ninelives.snmp.mib;
