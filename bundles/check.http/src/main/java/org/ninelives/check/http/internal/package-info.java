/** The checkers and genhash as services. */
package org.ninelives.check.http.internal;
