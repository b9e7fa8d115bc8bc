/** The checker that connects by TCP. */
package org.ninelives.check.tcp;
