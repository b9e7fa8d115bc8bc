package org.ninelives.launcher.log;

import java.util.logging.LogManager;

/**
 * Keeps handlers until the very end: the stock manager removes them in a shutdown hook of its own,
 * and with them the last lines. Neither does it read a configuration file, for {@link Logging} sets
 * what is needed.
 */
public final class DaemonLogManager extends LogManager {

    @Override
    public void reset() {}

    @Override
    public void readConfiguration() {}
}
