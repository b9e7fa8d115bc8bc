package org.ninelives.notify.script.fifo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.script.ScriptJob;
import org.ninelives.api.script.ScriptOutcome;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.ScriptRun;
import org.ninelives.api.script.ScriptVerdict;
import org.ninelives.api.script.Scripts;
import org.ninelives.notify.script.settings.FifoSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program that reads one FIFO; one at a time, as two would each get some of the lines. */
final class FifoReader {

    private static final Logger LOG = LoggerFactory.getLogger(FifoReader.class);

    private final String keyword;
    private final Scripts scripts;
    private Optional<ScriptRun> run = Optional.empty();
    private Optional<ScriptJob> next = Optional.empty();
    private boolean endExpected;

    FifoReader(String keyword, Scripts scripts) {
        this.keyword = keyword;
        this.scripts = scripts;
    }

    /** Ends what runs, and then starts the reader of a FIFO, if it has one. */
    void restart(Optional<FifoSettings> fifo, ScriptRules rules) {
        Optional<ScriptJob> job = fifo.flatMap(each -> job(each, rules));
        synchronized (this) {
            next = job.filter(this::isUsable);
            endExpected = true;
            if (run.isPresent()) {
                run.get().kill();
            } else {
                startNext();
            }
        }
    }

    /** It is told the FIFO by its last word. */
    private Optional<ScriptJob> job(FifoSettings fifo, ScriptRules rules) {
        return fifo.reader()
                .map(
                        reader ->
                                new ScriptJob(
                                        keyword,
                                        reader,
                                        rules,
                                        List.of(fifo.path().toString()),
                                        Map.of(),
                                        Duration.ZERO));
    }

    private boolean isUsable(ScriptJob job) {
        ScriptVerdict verdict = scripts.inspect(job.script(), job.rules());
        verdict.sentences().forEach(sentence -> LOG.warn("{}: {}", keyword, sentence));
        return verdict.usable();
    }

    private void startNext() {
        Optional<ScriptJob> job = next;
        next = Optional.empty();
        if (job.isPresent()) {
            endExpected = false;
            run = Optional.of(scripts.start(job.get(), this::ended));
        }
    }

    private synchronized void ended(ScriptOutcome outcome) {
        if (!endExpected) {
            LOG.warn("{} {}; it is started again by a reload", keyword, outcome);
        }
        run = Optional.empty();
        startNext();
        notifyAll();
    }

    /** Waits until nothing runs, but not longer than a time of {@link System#nanoTime}. */
    synchronized void awaitEnd(long endNanos) {
        endExpected = true;
        try {
            while (run.isPresent() && endNanos - System.nanoTime() > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, endNanos - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void stop() {
        next = Optional.empty();
        endExpected = true;
        run.ifPresent(ScriptRun::kill);
    }
}
