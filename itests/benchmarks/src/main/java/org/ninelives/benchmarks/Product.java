package org.ninelives.benchmarks;

import java.util.List;

/**
 * A daemon to be measured.
 *
 * @param name how the tables call it
 * @param program its program, which understands keepalived's command line, perhaps with words
 *     before that run it in some way
 */
record Product(String name, List<String> program) {}
