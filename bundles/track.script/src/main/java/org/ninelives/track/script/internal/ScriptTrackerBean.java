package org.ninelives.track.script.internal;

import java.util.List;
import java.util.function.Supplier;
import org.ninelives.api.management.ScriptTrackerMXBean;
import org.ninelives.api.management.TrackerMXBean;
import org.ninelives.api.management.TrackerStatus;
import org.ninelives.track.script.engine.RunRecord;

/** One script as a bean: what all trackers tell, and its runs. */
record ScriptTrackerBean(TrackerMXBean tracker, Supplier<RunRecord> runs)
        implements ScriptTrackerMXBean {

    private static final double NANOS_PER_MILLI = 1e6;

    @Override
    public TrackerStatus getStatus() {
        return tracker.getStatus();
    }

    @Override
    public String getState() {
        return tracker.getState();
    }

    @Override
    public long getValue() {
        return tracker.getValue();
    }

    @Override
    public long getRuns() {
        return runs.get().runs();
    }

    @Override
    public long getFailures() {
        return runs.get().failures();
    }

    @Override
    public long getTimeouts() {
        return runs.get().timeouts();
    }

    @Override
    public long getSkipped() {
        return runs.get().skipped();
    }

    @Override
    public String getLastExit() {
        return runs.get().lastExit();
    }

    @Override
    public double getLastDurationMillis() {
        return runs.get().lastDuration().toNanos() / NANOS_PER_MILLI;
    }

    @Override
    public double getLongestDurationMillis() {
        return runs.get().longestDuration().toNanos() / NANOS_PER_MILLI;
    }

    @Override
    public List<String> getLastOutput() {
        return runs.get().output();
    }
}
