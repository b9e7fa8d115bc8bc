package org.ninelives.daemon;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.ninelives.api.configuration.ApplyException;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.management.ReloadReport;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.notify.ReloadEvent;
import org.ninelives.config.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configuration that runs, and the transaction that replaces it. Everything is done on one
 * thread; only {@link #lastReport} and {@link #effective} may be asked by others.
 */
final class RunningConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(RunningConfiguration.class);

    private final Loader loader;
    private final Supplier<List<ConfigSection>> sections;
    private final EventSink sink;
    private volatile Optional<Reading> running = Optional.empty();
    private volatile ReloadReport lastReport = Reports.none();

    /**
     * Reads nothing yet.
     *
     * @param sections what is installed at the moment of asking, in the order of application
     * @param sink hears how each load or reload ended
     */
    RunningConfiguration(Loader loader, Supplier<List<ConfigSection>> sections, EventSink sink) {
        this.sink = sink;
        this.loader = loader;
        this.sections = sections;
    }

    String file() {
        return loader.file();
    }

    ReloadReport lastReport() {
        return lastReport;
    }

    /** What runs, as text without secrets; empty before the start. */
    String effective() {
        return running.map(reading -> EffectiveText.masked(reading.parsed().statements()))
                .orElse("");
    }

    /**
     * Applies the configuration for the first time: what can run does, and the rest is reported.
     *
     * @return the status to end with, or nothing if the daemon is to run
     */
    OptionalInt start() {
        Reports report = new Reports();
        Preparation preparation = prepare();
        if (!preparation.reading().parsed().readable()) {
            LOG.error(
                    "No configuration: {}; name a file that can be read with -f FILE",
                    preparation.problems().getFirst());
            return OptionalInt.of(ExitStatus.NO_CONFIGURATION);
        }
        ProblemLines.log(LOG, preparation.problems());
        List<ApplyException> failures = new Application(preparation).applyEach();
        running = Optional.of(preparation.reading());
        lastReport = report.applied(preparation, "started");
        tellResult();
        if (failures.stream().anyMatch(ApplyException::isPermissionMissing)) {
            return OptionalInt.of(ExitStatus.PERMISSION);
        }
        if (!failures.isEmpty() && failures.size() == preparation.sections().size()) {
            return OptionalInt.of(ExitStatus.FATAL);
        }
        return preparation.runsSomething() ? OptionalInt.empty() : nothingToRun(preparation);
    }

    private OptionalInt nothingToRun(Preparation preparation) {
        boolean unfit =
                preparation.problems().stream()
                        .anyMatch(problem -> problem.kind() == Problem.Kind.CANNOT_RUN);
        if (unfit) {
            LOG.error("Nothing in {} can run", file());
            return OptionalInt.of(ExitStatus.CONFIGURATION);
        }
        // keepalived stays as well: whoever generates the file may reload it with something to do.
        LOG.warn("{} has nothing to run; waiting for a reload", file());
        return OptionalInt.empty();
    }

    /** What a reload would do; nothing is touched. */
    ReloadReport plan() {
        Reports report = new Reports();
        Preparation preparation = prepare();
        return ReloadRules.objection(preparation, running)
                .map(objection -> report.refused(preparation, objection))
                .orElseGet(() -> report.planned(preparation));
    }

    /** Replaces the configuration by the one in the file, or keeps it and says why. */
    ReloadReport reload() {
        LOG.info("Reloading ...");
        Reports report = new Reports();
        Preparation preparation = prepare();
        ProblemLines.log(LOG, preparation.problems());
        replace(report, preparation, ReloadRules.objection(preparation, running));
        LOG.info("Reload finished in {} usec", report.micros());
        return lastReport;
    }

    /**
     * Reads the text that runs once more, for those who read it otherwise now, such as a checker
     * whose bundle was updated. What stands in the file by now is not looked at.
     */
    ReloadReport readAnew() {
        return running.map(this::readAnew).orElse(lastReport);
    }

    private ReloadReport readAnew(Reading before) {
        LOG.info("Reading the configuration that runs anew");
        List<ConfigSection> installed = sections.get();
        Preparation preparation =
                Preparation.of(loader.readAnew(before.parsed(), installed), installed);
        replace(new Reports(), preparation, ReloadRules.doubtfulChange(preparation, running));
        return lastReport;
    }

    private void replace(Reports report, Preparation preparation, Optional<String> doubt) {
        lastReport =
                doubt.map(objection -> report.refused(preparation, objection))
                        .orElseGet(() -> apply(report, preparation));
        if (lastReport.result().equals(Reports.REFUSED)) {
            LOG.error("Reload refused: {}; what ran runs on", lastReport.summary());
        } else {
            lastReport.changes().forEach(change -> LOG.info("{}", change));
            LOG.info("Reload complete");
        }
        tellResult();
    }

    private void tellResult() {
        sink.publish(
                new ReloadEvent(
                        lastReport.result(), lastReport.result() + ": " + lastReport.summary()));
    }

    private ReloadReport apply(Reports report, Preparation preparation) {
        try {
            new Application(preparation).applyAll();
        } catch (ApplyException e) {
            rollBack();
            return report.refused(preparation, e.getMessage() + "; rolled back");
        }
        running = Optional.of(preparation.reading());
        return report.applied(preparation, "reloaded");
    }

    private void rollBack() {
        running.ifPresent(
                reading -> {
                    Preparation previous = Preparation.of(reading, sections.get());
                    new Application(previous).applyEach();
                });
    }

    private Preparation prepare() {
        List<ConfigSection> installed = sections.get();
        return Preparation.of(loader.read(installed), installed);
    }
}
