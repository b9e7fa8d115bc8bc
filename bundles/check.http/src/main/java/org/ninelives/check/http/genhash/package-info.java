/** The tool {@code genhash}: fetches a page as a check does, and prints its digest. */
package org.ninelives.check.http.genhash;
