package org.ninelives.track.script.internal;

import java.util.List;
import org.ninelives.api.management.ScriptDetails;
import org.ninelives.api.management.ScriptTrackerMXBean;
import org.ninelives.api.management.TrackerMXBean;
import org.ninelives.api.track.BoardedTracker;
import org.ninelives.track.script.engine.RunRecord;
import org.ninelives.track.script.engine.ScriptEngine;

/**
 * One script as a bean: what all trackers tell, and its runs.
 *
 * @param section knows what is configured about it
 */
record ScriptTrackerBean(
        TrackerMXBean tracker, ScriptEngine engine, String name, TrackScriptSection section)
        implements BoardedTracker, ScriptTrackerMXBean {

    private static final double NANOS_PER_MILLI = 1e6;

    private RunRecord runs() {
        return engine.record(name);
    }

    @Override
    public ScriptDetails getDetails() {
        return section.details(name);
    }

    @Override
    public long getRuns() {
        return runs().runs();
    }

    @Override
    public long getFailures() {
        return runs().failures();
    }

    @Override
    public long getTimeouts() {
        return runs().timeouts();
    }

    @Override
    public long getSkipped() {
        return runs().skipped();
    }

    @Override
    public String getLastExit() {
        return runs().lastExit();
    }

    @Override
    public double getLastDurationMillis() {
        return runs().lastDuration().toNanos() / NANOS_PER_MILLI;
    }

    @Override
    public double getLongestDurationMillis() {
        return runs().longestDuration().toNanos() / NANOS_PER_MILLI;
    }

    @Override
    public List<String> getLastOutput() {
        return runs().output();
    }
}
