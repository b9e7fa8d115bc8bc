/** The checkers that fetch pages over HTTP and TLS. */
package org.ninelives.check.http;
