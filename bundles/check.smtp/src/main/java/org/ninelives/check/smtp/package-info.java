/** The checker that talks to mail servers. */
package org.ninelives.check.smtp;
