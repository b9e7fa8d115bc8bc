/** The replies of mail servers, taken apart; pure. */
package org.ninelives.check.smtp.wire;
