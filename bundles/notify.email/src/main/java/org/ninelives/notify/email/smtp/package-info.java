/**
 * Hands one mail to an SMTP server; alone in knowing Jakarta Mail, which is loaded at the first
 * mail.
 */
package org.ninelives.notify.email.smtp;
