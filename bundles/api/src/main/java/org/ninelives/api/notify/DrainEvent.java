package org.ninelives.api.notify;

import java.util.OptionalLong;

/**
 * A real server that an operator drains has come a step further.
 *
 * @param virtualServer as FIFOs call it
 * @param realServer as FIFOs call it
 * @param state what it is now: {@code DRAINING}, {@code DRAINED}, or {@code UP} or {@code DOWN}
 *     when it is drained no more
 * @param connections those it has left, as counted last; empty where they could not be counted
 */
public record DrainEvent(
        String virtualServer,
        String realServer,
        String state,
        OptionalLong connections,
        String text)
        implements Event {

    @Override
    public String name() {
        return virtualServer;
    }
}
