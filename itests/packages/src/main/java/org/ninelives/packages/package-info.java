/** Machines of their own, on which what distribution/packages has built is installed. */
package org.ninelives.packages;
