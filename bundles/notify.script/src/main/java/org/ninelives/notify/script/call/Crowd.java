package org.ninelives.notify.script.call;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.script.ScriptRun;

/** Runs whose end is waited for. Safe for use by several threads. */
final class Crowd {

    private final IdentityHashMap<Object, Optional<ScriptRun>> members = new IdentityHashMap<>();

    /** Is about to run. */
    synchronized void enter(Object member) {
        members.put(member, Optional.empty());
    }

    /** Has begun to run, and may have ended since. */
    synchronized void runs(Object member, ScriptRun run) {
        members.computeIfPresent(member, (each, before) -> Optional.of(run));
    }

    synchronized void leave(Object member) {
        members.remove(member);
        notifyAll();
    }

    /** Waits until all have left; those that have not when the time is up are ended by force. */
    synchronized void await(Duration limit) {
        long endNanos = System.nanoTime() + limit.toNanos();
        try {
            while (!members.isEmpty() && endNanos - System.nanoTime() > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, endNanos - System.nanoTime());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // One that ends at once leaves at once.
        List.copyOf(members.values()).forEach(run -> run.ifPresent(ScriptRun::kill));
    }
}
