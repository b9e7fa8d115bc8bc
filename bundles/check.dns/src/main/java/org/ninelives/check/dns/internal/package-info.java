/** The checker as a service. */
package org.ninelives.check.dns.internal;
