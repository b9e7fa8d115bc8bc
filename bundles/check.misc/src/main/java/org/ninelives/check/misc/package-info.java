/** The checker that runs a command. */
package org.ninelives.check.misc;
