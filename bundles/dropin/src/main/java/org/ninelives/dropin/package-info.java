/** Bundles that an operator adds to, changes in and takes from the running daemon. */
package org.ninelives.dropin;
