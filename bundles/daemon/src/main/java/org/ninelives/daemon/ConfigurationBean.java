package org.ninelives.daemon;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.ninelives.api.management.ConfigurationMXBean;
import org.ninelives.api.management.ReloadReport;

/** The configuration, for JMX clients; their threads wait while the daemon's does the work. */
final class ConfigurationBean implements ConfigurationMXBean {

    private final RunningConfiguration configuration;
    private final ReloadQueue reloads;
    private final Executor thread;

    ConfigurationBean(RunningConfiguration configuration, ReloadQueue reloads, Executor thread) {
        this.configuration = configuration;
        this.reloads = reloads;
        this.thread = thread;
    }

    @Override
    public String getFile() {
        return configuration.file();
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
    public ReloadReport plan() {
        return await(CompletableFuture.supplyAsync(configuration::plan, thread));
    }

    @Override
    public ReloadReport reload() {
        return await(reloads.request());
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
