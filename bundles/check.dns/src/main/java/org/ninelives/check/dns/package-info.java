/** The checker that asks name servers. */
package org.ninelives.check.dns;
