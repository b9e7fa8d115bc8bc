/** Machines of which one rule is taken out, to see that a simulation misses it. */
package org.ninelives.testkit.mutants;
