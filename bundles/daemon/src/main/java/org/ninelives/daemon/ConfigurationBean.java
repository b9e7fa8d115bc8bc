package org.ninelives.daemon;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.ninelives.api.management.Caller;
import org.ninelives.api.management.ConfigurationMXBean;
import org.ninelives.api.management.HistoryEntry;
import org.ninelives.api.management.ReloadReport;
import org.ninelives.daemon.core.Condition;
import org.ninelives.daemon.core.GuardSettings;

/** The configuration, for JMX clients; their threads wait while the daemon's does the work. */
final class ConfigurationBean implements ConfigurationMXBean {

    private final RunningConfiguration configuration;
    private final Reloads reloads;
    private final ScheduledReload schedule;
    private final ReloadQueue queue;
    private final Executor thread;

    /**
     * Made when the first configuration is applied.
     *
     * @param queue takes what need not be done for each caller anew
     * @param thread where everything is done
     */
    ConfigurationBean(
            RunningConfiguration configuration,
            Reloads reloads,
            ScheduledReload schedule,
            ReloadQueue queue,
            Executor thread) {
        this.configuration = configuration;
        this.reloads = reloads;
        this.schedule = schedule;
        this.queue = queue;
        this.thread = thread;
    }

    @Override
    public String getFile() {
        return configuration.file();
    }

    @Override
    public String getHash() {
        return configuration.hash();
    }

    @Override
    public ReloadReport getLastReload() {
        return configuration.lastReport();
    }

    @Override
    public List<String> getLastProblems() {
        return configuration.lastReport().problems();
    }

    @Override
    public String getEffective() {
        return configuration.effective();
    }

    @Override
    public List<HistoryEntry> getHistory() {
        return configuration.history().entries();
    }

    @Override
    public String getScheduledReload() {
        return schedule.due();
    }

    @Override
    public String getGuard() {
        return reloads.guarded();
    }

    @Override
    public ReloadReport plan() {
        return onThread(configuration::plan);
    }

    @Override
    public String planText() {
        return PlanText.of(plan());
    }

    @Override
    public ReloadReport validate(String text) {
        return onThread(() -> configuration.validate(given(text)));
    }

    @Override
    public ReloadReport reload() {
        return await(queue.request(caller()));
    }

    @Override
    public ReloadReport reload(String expectedHash) {
        String by = caller();
        return onThread(() -> reloads.reload(by, given(expectedHash).strip()));
    }

    @Override
    public ReloadReport reloadGuarded(String condition, long seconds) {
        if (seconds < 1 || seconds > GuardSettings.SECONDS_MAX) {
            throw new IllegalArgumentException(
                    "seconds: " + seconds + " is not in 1.." + GuardSettings.SECONDS_MAX);
        }
        String list = given(condition).strip();
        List<String> words = list.isEmpty() ? List.of() : List.of(list.split("[\\s,]+"));
        GuardSettings guard = new GuardSettings(Duration.ofSeconds(seconds), Condition.of(words));
        String by = caller();
        return onThread(() -> reloads.reloadGuarded(by, guard));
    }

    @Override
    public ReloadReport rollback() {
        String by = caller();
        return onThread(() -> reloads.rollback(by));
    }

    @Override
    public ReloadReport rollback(long number) {
        String by = caller();
        return onThread(() -> reloads.rollback(by, number));
    }

    /** A client may send no string at all. */
    private static String given(String argument) {
        return Objects.requireNonNullElse(argument, "");
    }

    /** To be asked on the thread of the client. */
    private static String caller() {
        return Caller.current().toString();
    }

    private ReloadReport onThread(Supplier<ReloadReport> work) {
        return await(CompletableFuture.supplyAsync(work, thread));
    }

    private static ReloadReport await(CompletableFuture<ReloadReport> report) {
        try {
            return report.join();
        } catch (CompletionException e) {
            // A client has no classes of ours, so it gets the words alone.
            throw new IllegalStateException(String.valueOf(e.getCause()));
        }
    }
}
