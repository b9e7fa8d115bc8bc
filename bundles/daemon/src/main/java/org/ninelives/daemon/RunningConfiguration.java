package org.ninelives.daemon;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
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
 * thread; only {@link #lastReport}, {@link #hash}, {@link #history} and {@link #effective} may be
 * asked by others.
 */
final class RunningConfiguration {

    /** Who asked for the first load. */
    private static final String START = "start";

    private static final Logger LOG = LoggerFactory.getLogger(RunningConfiguration.class);

    private final Loader loader;
    private final Supplier<List<ConfigSection>> sections;
    private final EventSink sink;
    private final History history = new History();
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

    History history() {
        return history;
    }

    /** The hash of what runs; empty before the start. */
    String hash() {
        return running.map(Reading::hash).orElse("");
    }

    /** What runs, as text without secrets; empty before the start. */
    String effective() {
        return running.map(reading -> EffectiveText.masked(reading.parsed().statements()))
                .orElse("");
    }

    /** Applies the configuration for the first time, whatever it is. */
    OptionalInt start() {
        return start(reading -> OptionalInt.empty());
    }

    /**
     * Applies the configuration for the first time: what can run does, and the rest is reported.
     *
     * @param beforehand what is done with what was read before it is applied; answers the status to
     *     end with where it must not be
     * @return the status to end with, or nothing if the daemon is to run
     */
    OptionalInt start(Function<Reading, OptionalInt> beforehand) {
        Reports report = new Reports();
        Preparation preparation = prepare();
        if (!preparation.reading().parsed().readable()) {
            LOG.error(
                    "No configuration: {}; name a file that can be read with -f FILE",
                    preparation.problems().getFirst());
            return OptionalInt.of(ExitStatus.NO_CONFIGURATION);
        }
        OptionalInt refusal = beforehand.apply(preparation.reading());
        if (refusal.isPresent()) {
            return refusal;
        }
        ProblemLines.log(LOG, preparation.problems());
        List<ApplyException> failures = new Application(preparation).applyEach();
        running = Optional.of(preparation.reading());
        lastReport = report.applied(preparation, "started");
        history.addRunning(lastReport, START, preparation.reading().files().record());
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
        return plan(loader::read);
    }

    /** What a reload would do if this text stood in the file; nothing is touched. */
    ReloadReport validate(String text) {
        return plan(installed -> loader.readText(text, installed));
    }

    private ReloadReport plan(Function<List<ConfigSection>, Reading> reader) {
        Reports report = new Reports();
        Preparation preparation = prepare(reader);
        return ReloadRules.objection(preparation, running)
                .map(objection -> report.refused(preparation, objection))
                .orElseGet(() -> report.planned(preparation));
    }

    /**
     * Replaces the configuration by the one in the file, or keeps it and says why.
     *
     * @param by who asks
     * @param condition what speaks against this very text, if anything does
     */
    ReloadReport reload(String by, Function<Reading, Optional<String>> condition) {
        LOG.info("Reloading ...");
        Reports report = new Reports();
        Preparation preparation = prepare();
        ProblemLines.log(LOG, preparation.problems());
        Optional<String> objection =
                condition
                        .apply(preparation.reading())
                        .or(() -> ReloadRules.objection(preparation, running));
        String hashBefore = hash();
        lastReport = replace(report, preparation, objection, "reloaded");
        boolean same = isUnchanged(lastReport, hashBefore);
        remember(
                by,
                preparation,
                text -> {
                    if (same) {
                        history.addReturn(lastReport, by, text, history.running());
                    } else {
                        history.addRunning(lastReport, by, text);
                    }
                });
        LOG.info("Reload finished in {} usec", report.micros());
        return lastReport;
    }

    /**
     * Goes back to what ran before.
     *
     * @param why a few words, or none
     */
    ReloadReport rollback(String by, String why) {
        Optional<Long> previous = history.previous();
        return previous.isPresent()
                ? rollback(by, previous.get(), why)
                : refuse(by, "nothing ran before that is still known");
    }

    /**
     * Goes back to an entry of the history.
     *
     * @param why a few words, or none
     */
    ReloadReport rollback(String by, long number, String why) {
        return history.text(number)
                .map(text -> rollback(by, number, text, why))
                .orElseGet(
                        () ->
                                refuse(
                                        by,
                                        "number "
                                                + number
                                                + " was not applied or is no longer known; the"
                                                + " history tells which numbers there are"));
    }

    private ReloadReport rollback(String by, long number, RecordedFiles text, String why) {
        LOG.info("Going back to configuration {} ...", number);
        Reports report = new Reports();
        Preparation preparation = prepare(installed -> loader.readAgain(text, installed));
        ProblemLines.log(LOG, preparation.problems());
        boolean inFiles = loader.hash(sections.get()).equals(preparation.reading().hash());
        String done =
                "went back to number "
                        + number
                        + (why.isEmpty() ? "" : " because " + why)
                        + (inFiles
                                ? ""
                                : ", which is not what the files hold: the next reload reads"
                                        + " these");
        // It ran, so what was wrong with it then speaks not against it now.
        lastReport = replace(report, preparation, Optional.empty(), done);
        if (!isRefused(lastReport)) {
            LOG.info("Rollback complete: {}", lastReport.summary());
        }
        remember(by, preparation, any -> history.addReturn(lastReport, by, text, number));
        return lastReport;
    }

    private ReloadReport refuse(String by, String objection) {
        lastReport = new Reports().refused(objection);
        history.addRefused(lastReport, by);
        LOG.error("Rollback refused: {}", objection);
        tellResult();
        return lastReport;
    }

    /**
     * Reads the text that runs once more, for those who read it otherwise now, such as a checker
     * whose bundle was updated. What stands in the file by now is not looked at.
     *
     * @param by who asks
     */
    ReloadReport readAnew(String by) {
        return running.map(before -> readAnew(by, before)).orElse(lastReport);
    }

    private ReloadReport readAnew(String by, Reading before) {
        LOG.info("Reading the configuration that runs anew");
        Preparation preparation = prepare(installed -> loader.readAnew(before, installed));
        Optional<String> doubt = ReloadRules.doubtfulChange(preparation, running);
        lastReport = replace(new Reports(), preparation, doubt, "reloaded");
        remember(
                by,
                preparation,
                text -> history.addReturn(lastReport, by, text, history.running()));
        return lastReport;
    }

    private ReloadReport replace(
            Reports report, Preparation preparation, Optional<String> doubt, String done) {
        ReloadReport result =
                doubt.map(objection -> report.refused(preparation, objection))
                        .orElseGet(() -> apply(report, preparation, done));
        if (isRefused(result)) {
            LOG.error("Reload refused: {}; what ran runs on", result.summary());
        } else {
            result.changes().forEach(change -> LOG.info("{}", change));
            LOG.info("Reload complete");
        }
        return result;
    }

    private void remember(String by, Preparation preparation, Consumer<RecordedFiles> run) {
        if (isRefused(lastReport)) {
            history.addRefused(lastReport, by);
        } else {
            run.accept(preparation.reading().files().record());
        }
        tellResult();
    }

    /** Whether going back from it would lead nowhere. */
    private static boolean isUnchanged(ReloadReport report, String hashBefore) {
        return report.result().equals(Reports.UNCHANGED) || report.hash().equals(hashBefore);
    }

    private static boolean isRefused(ReloadReport report) {
        return report.result().equals(Reports.REFUSED);
    }

    private void tellResult() {
        sink.publish(
                new ReloadEvent(
                        lastReport.result(), lastReport.result() + ": " + lastReport.summary()));
    }

    private ReloadReport apply(Reports report, Preparation preparation, String done) {
        try {
            new Application(preparation).applyAll();
        } catch (ApplyException e) {
            undo();
            return report.refused(preparation, e.getMessage() + "; rolled back");
        }
        running = Optional.of(preparation.reading());
        return report.applied(preparation, done);
    }

    private void undo() {
        running.ifPresent(
                reading -> {
                    Preparation previous = Preparation.of(reading, sections.get());
                    new Application(previous).applyEach();
                });
    }

    private Preparation prepare() {
        return prepare(loader::read);
    }

    private Preparation prepare(Function<List<ConfigSection>, Reading> reader) {
        List<ConfigSection> installed = sections.get();
        return Preparation.of(reader.apply(installed), installed);
    }
}
