package org.ninelives.api.system;

/** One change to the routes of the machine. */
public sealed interface RouteChange {

    Route route();

    /**
     * Puts a route into its table; the same one that is there already is left and counts as done.
     */
    record Add(Route route) implements RouteChange {}

    /**
     * Takes a route out of its table; one that is not there, or whose interface is gone, counts as
     * done.
     */
    record Remove(Route route) implements RouteChange {}
}
