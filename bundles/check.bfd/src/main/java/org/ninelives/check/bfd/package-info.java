/** The checker that follows a BFD session. */
package org.ninelives.check.bfd;
