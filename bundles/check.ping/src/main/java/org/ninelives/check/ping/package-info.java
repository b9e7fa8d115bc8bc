/** The checker that asks for an ICMP echo. */
package org.ninelives.check.ping;
