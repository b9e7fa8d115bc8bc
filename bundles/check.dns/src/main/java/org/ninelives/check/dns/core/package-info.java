/** Messages of DNS, RFC 1035 section 4, as far as a check needs them; pure. */
package org.ninelives.check.dns.core;
