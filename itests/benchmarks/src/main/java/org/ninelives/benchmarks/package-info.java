/** Ninelives and keepalived measured in turn on the same small network. */
package org.ninelives.benchmarks;
