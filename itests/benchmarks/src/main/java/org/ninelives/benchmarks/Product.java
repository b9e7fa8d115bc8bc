package org.ninelives.benchmarks;

/**
 * A daemon to be measured.
 *
 * @param name how the tables call it
 * @param program its program, which understands keepalived's command line
 */
record Product(String name, String program) {}
