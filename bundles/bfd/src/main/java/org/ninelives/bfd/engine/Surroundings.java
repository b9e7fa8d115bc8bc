package org.ninelives.bfd.engine;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.ninelives.api.system.WatchLoop;

/**
 * What every session needs of the world.
 *
 * @param log takes what writes a log line, done when the packets of the turn have left
 * @param random for the jitter of packets
 */
record Surroundings(
        WatchLoop loop,
        Agenda agenda,
        Listener listener,
        Consumer<Runnable> log,
        RandomGenerator random) {}
