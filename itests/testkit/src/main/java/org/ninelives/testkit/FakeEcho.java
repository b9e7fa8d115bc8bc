package org.ninelives.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.EchoProbe;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.SystemException;

/** Hosts of the LAN that are up answer at once, the others never. */
final class FakeEcho implements EchoProbe {

    private final FakeMachine machine;
    private final List<Waiting> waiting = new ArrayList<>();

    FakeEcho(FakeMachine machine) {
        this.machine = machine;
    }

    private record Waiting(long atNanos, Outcome outcome, Consumer<Outcome> who) {}

    @Override
    public void ask(Question question, Consumer<Outcome> outcome) {
        machine.checkThread();
        long now = machine.nowNanos();
        IpAddress target = question.target();
        boolean isDown =
                question.through()
                        .flatMap(link -> machine.interfaces().find(link.index()))
                        .filter(link -> !link.up())
                        .isPresent();
        boolean isGone =
                question.through()
                        .filter(link -> machine.interfaces().find(link.index()).isEmpty())
                        .isPresent();
        if (isDown || isGone) {
            SystemException cause =
                    new SystemException("connect " + target, isGone ? "ENODEV" : "ENETUNREACH", "");
            waiting.add(new Waiting(now, new Outcome.Unsent(cause), outcome));
            return;
        }
        machine.done(new Deed.Echo(now, target));
        String through = question.through().map(Link::name).map(Object::toString).orElse("");
        if (machine.lan().answersEcho(machine, through, target)) {
            waiting.add(new Waiting(now, new Outcome.Answered(0), outcome));
        } else {
            long end = now + question.timeout().toNanos();
            waiting.add(new Waiting(end, new Outcome.Silent(), outcome));
        }
    }

    long deadlineNanos() {
        return waiting.stream().mapToLong(Waiting::atNanos).min().orElse(LoopTask.NEVER);
    }

    /** Takes the outcome of one that is due; nothing when there is none. */
    Runnable nextDue(long nowNanos) {
        for (Waiting each : waiting) {
            if (each.atNanos() <= nowNanos) {
                waiting.remove(each);
                return () -> each.who().accept(each.outcome());
            }
        }
        return () -> {};
    }

    void close() {
        waiting.clear();
    }
}
