package org.ninelives.dropin.core;

import java.time.Duration;
import java.util.Optional;
import org.ninelives.api.system.Backoff;
import org.ninelives.dropin.core.Outcome.Failed;
import org.ninelives.dropin.core.Outcome.Gone;
import org.ninelives.dropin.core.Outcome.Incomplete;
import org.ninelives.dropin.core.Outcome.Passing;
import org.ninelives.dropin.core.Outcome.Refused;
import org.ninelives.dropin.core.Outcome.Running;
import org.ninelives.dropin.core.Outcome.Stopped;
import org.ninelives.dropin.core.Outcome.Waiting;

/**
 * One file of the folder over time. It is told what was seen and how work ended, and says what is
 * to be done next: there is never more than one work at a time. What is wrong is told once, and
 * again only after something else was.
 */
final class DroppedFile {

    /** So long a file must have been the same before it is read. */
    static final long SETTLED_NANOS = Duration.ofMillis(900).toNanos();

    /** So long others wait for the end of a work. */
    static final long PATIENCE_NANOS = Duration.ofSeconds(3).toNanos();

    /** So long a file that is no whole bundle may be one that is still being copied. */
    static final long COPY_PAUSE_NANOS = Duration.ofSeconds(10).toNanos();

    private final String name;
    private final Tidings tidings;
    private Optional<Stamp> seen = Optional.empty();
    private long seenSince;
    private Optional<Stamp> taken = Optional.empty();
    private boolean installed;
    private Optional<Work> asked = Optional.empty();
    private Optional<Work> underWay = Optional.empty();
    private long begunAt;
    private boolean late;
    private boolean interruptible;
    private Optional<Outcome> outcome = Optional.empty();
    private long retryAt;
    private final Backoff backoff = new Backoff();
    private boolean again;
    private String told = "";

    DroppedFile(String name, Tidings tidings) {
        this.name = name;
        this.tidings = tidings;
    }

    /** The file is like this. */
    void see(long nowNanos, Stamp stamp) {
        if (!seen.equals(Optional.of(stamp))) {
            seen = Optional.of(stamp);
            seenSince = nowNanos;
            interruptible = true;
        }
    }

    /** There is no such file. */
    void miss() {
        interruptible |= seen.isPresent();
        seen = Optional.empty();
    }

    /** Whoever copies it says that it is done, or wants another try of what failed. */
    void hurry(long nowNanos) {
        seenSince = nowNanos - SETTLED_NANOS;
        again |= outcome.filter(DroppedFile::mayBeTriedAgain).isPresent();
    }

    private static boolean mayBeTriedAgain(Outcome last) {
        return !(last instanceof Running || last instanceof Stopped);
    }

    /** Another bundle has come, gone or changed. */
    void shake() {
        again |= outcome.filter(Waiting.class::isInstance).isPresent();
    }

    /** Its bundle no longer runs. */
    void noteFallen() {
        again |= outcome.filter(Running.class::isInstance).isPresent();
    }

    /** An operator wants its bundle started or stopped. */
    void ask(Work work) {
        asked = Optional.of(work);
    }

    /** What there is to do now. */
    Optional<Work> wanted(long nowNanos) {
        if (underWay.isPresent()) {
            return Optional.empty();
        }
        if (seen.isEmpty()) {
            return installed ? Optional.of(Work.REMOVE) : Optional.empty();
        }
        if (asked.isPresent()) {
            return asked;
        }
        return isSettled(nowNanos) && (!taken.equals(seen) || again || isDue(nowNanos))
                ? Optional.of(Work.TAKE)
                : Optional.empty();
    }

    private boolean isSettled(long nowNanos) {
        return nowNanos - seenSince >= SETTLED_NANOS;
    }

    private boolean isDue(long nowNanos) {
        return outcome.filter(Passing.class::isInstance).isPresent() && nowNanos - retryAt >= 0;
    }

    /** Work has begun. */
    void begin(long nowNanos, Work work) {
        underWay = Optional.of(work);
        begunAt = nowNanos;
        late = false;
        interruptible = false;
        asked = Optional.empty();
        again = false;
        if (work == Work.TAKE) {
            taken = seen;
        }
    }

    /**
     * Work has ended.
     *
     * @param isInstalled whether there is a bundle of this file now
     */
    void end(long nowNanos, Outcome how, boolean isInstalled) {
        underWay = Optional.empty();
        late = false;
        outcome = Optional.of(how);
        installed = isInstalled;
        switch (how) {
            case Running running -> good(running.story());
            case Waiting waiting -> bad("is not used yet: " + waiting.reason());
            case Failed failed -> bad("does not start: " + failed.reason());
            case Refused refused -> bad("is not used: " + refused.reason());
            case Incomplete incomplete -> {}
            case Passing passing -> {
                retryAt = nowNanos + backoff.failed();
                bad("is not used: " + passing.reason() + "; it is tried again");
            }
            case Stopped stopped -> good("is stopped");
            case Gone gone -> {
                taken = Optional.empty();
                good(gone.story());
            }
        }
    }

    /**
     * Time has passed.
     *
     * @return whether the work under way should be interrupted: it has had its time, and the
     *     operator has written or removed the file since it began
     */
    boolean tick(long nowNanos) {
        if (underWay.isPresent() && !late && nowNanos - begunAt >= PATIENCE_NANOS) {
            late = true;
            bad(blocked());
        }
        if (isNoLongerCopied(nowNanos)) {
            bad("is not used: " + incompleteReason());
        }
        boolean interrupt = late && interruptible;
        interruptible &= !interrupt;
        return interrupt;
    }

    private String blocked() {
        return "does not come to an end of having to "
                + underWay.orElseThrow().words()
                + "; others go on. If it stays so, remove or replace the file: that interrupts it."
                + " What does not heed that ends with the daemon";
    }

    private boolean isNoLongerCopied(long nowNanos) {
        return outcome.filter(Incomplete.class::isInstance).isPresent()
                && taken.equals(seen)
                && nowNanos - seenSince >= COPY_PAUSE_NANOS;
    }

    private String incompleteReason() {
        return ((Incomplete) outcome.orElseThrow()).reason()
                + "; if it is still being copied, it is taken when it is whole";
    }

    private void good(String story) {
        backoff.works();
        told = "";
        if (!story.isEmpty()) {
            tidings.tell(false, name + " " + story);
        }
    }

    /** What is wrong with a file that is gone need not be seen to. */
    private void bad(String text) {
        if (seen.isPresent() && !text.equals(told)) {
            told = text;
            tidings.tell(true, name + " " + text);
        }
    }

    /** Whether others wait for the work that is under way. */
    boolean isBusy() {
        return underWay.isPresent() && !late;
    }

    /** Whether there is neither a file nor anything left of it. */
    boolean isForgotten() {
        return seen.isEmpty() && !installed && underWay.isEmpty();
    }

    FileState state(long nowNanos) {
        if (underWay.isPresent()) {
            return late ? FileState.BLOCKED : stateOf(underWay.get());
        }
        if (seen.isEmpty()) {
            return FileState.LEAVING;
        }
        if (outcome.isEmpty() || !taken.equals(seen)) {
            return FileState.COPYING;
        }
        return switch (outcome.get()) {
            case Running running -> FileState.ACTIVE;
            case Waiting waiting -> FileState.WAITING;
            case Failed failed -> FileState.FAILED;
            case Refused refused -> FileState.REFUSED;
            case Incomplete incomplete ->
                    isNoLongerCopied(nowNanos) ? FileState.REFUSED : FileState.COPYING;
            case Passing passing -> FileState.RETRYING;
            case Stopped stopped -> FileState.STOPPED;
            case Gone gone -> FileState.LEAVING;
        };
    }

    private static FileState stateOf(Work work) {
        return switch (work) {
            case TAKE -> FileState.STARTING;
            case STOP -> FileState.STOPPING;
            case REMOVE -> FileState.LEAVING;
        };
    }

    /** Why its bundle does not run as the file has it; empty if it does. */
    String reason(long nowNanos) {
        if (underWay.isPresent()) {
            return late ? blocked() : "";
        }
        return switch (outcome.orElse(new Running(""))) {
            case Running running -> "";
            case Waiting waiting -> waiting.reason();
            case Failed failed -> failed.reason();
            case Refused refused -> refused.reason();
            case Incomplete incomplete -> isNoLongerCopied(nowNanos) ? incompleteReason() : "";
            case Passing passing -> passing.reason();
            case Stopped stopped -> "an operator stopped it";
            case Gone gone -> "";
        };
    }
}
