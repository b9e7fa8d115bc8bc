/** Looks at real web servers, and at what keepalived's own tool makes of them. */
package org.ninelives.check.http.real;
