/**
 * TLS as a client of web servers speaks it: whom it believes, what it shows, and sentences for what
 * goes wrong.
 */
package org.ninelives.check.http.tls;
