package org.ninelives.check.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.CheckEngine;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckListener;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.management.CheckReport;
import org.ninelives.api.management.CheckRow;
import org.ninelives.api.management.CheckerTypeStatus;
import org.ninelives.api.management.ChecksStatus;
import org.ninelives.api.management.SharedAnswer;
import org.ninelives.api.system.Networks;
import org.ninelives.api.track.TrackerSource;
import org.ninelives.config.grammar.Values;

/** The checks of this machine. Safe for use by several threads. */
public final class CheckService implements CheckEngine, AutoCloseable {

    private final Networks networks;
    private final Runnable readAnew;
    private final Followed followed;
    private final CheckerSet checkers;
    private final Checks checks;
    private final CheckLoop loop;
    private final SharedAnswer<ChecksStatus> status = new SharedAnswer<>(this::look);
    private final SharedAnswer<Map<CheckKey, CheckReport>> reports =
            new SharedAnswer<>(this::lookAtEach);
    private final SharedAnswer<Map<String, CheckRow>> table = new SharedAnswer<>(this::tabulate);
    private Network network;

    /**
     * Of no check; starts its thread.
     *
     * @param seed of what is left to chance: when first looks start
     * @param readAnew has the configuration that runs read anew, so that checks of a checker that
     *     is back are made by its new code; returns at once
     */
    public CheckService(Networks networks, long seed, Runnable readAnew) {
        this.networks = networks;
        this.readAnew = readAnew;
        network = new Network(networks, Optional.empty());
        Inbox inbox = new Inbox();
        checkers =
                new CheckerSet(
                        new Gates(Runtime.getRuntime().availableProcessors()),
                        Starter.VIRTUAL,
                        Starter.PLATFORM);
        checks = new Checks(checkers, System::nanoTime, new SplittableRandom(seed), inbox::put);
        loop = new CheckLoop(inbox, checks.looks());
        followed = new Followed((thing, finding) -> loop.post(() -> checks.found(thing, finding)));
    }

    /** One more who watches things that checks may follow. */
    public void add(TrackerSource source) {
        followed.add(source);
    }

    /** Who watched things goes. */
    public void remove(TrackerSource source) {
        followed.remove(source);
    }

    /**
     * A checker is there.
     *
     * @param isTrusted whether its looks are known to wait rather than to hold a processor, and to
     *     end when told to
     */
    public void arrived(String keyword, boolean isTrusted) {
        if (loop.ask(() -> checks.arrived(keyword, isTrusted)) > 0) {
            readAnew.run();
        }
    }

    /** Whether checks of a checker that is back are still those of its old code. */
    public boolean isWaiting() {
        return loop.ask(checks::isWaiting);
    }

    /** A checker has left. */
    public void left(String keyword) {
        loop.ask(
                () -> {
                    checks.left(keyword, System.nanoTime());
                    return keyword;
                });
    }

    @Override
    public synchronized void follow(
            List<CheckAssignment> assignments,
            Optional<String> networkNamespace,
            CheckListener listener) {
        Network before = network;
        if (!network.isThatOf(networkNamespace)) {
            network = new Network(networks, networkNamespace);
        }
        Network next = network;
        followed.countedBy(assignments);
        followed.follow(Checks.followed(assignments));
        loop.ask(
                () -> {
                    checks.follow(assignments, next, listener, System.nanoTime());
                    return next;
                });
        reports.outdate();
        table.outdate();
        if (before != next) {
            before.close();
        }
    }

    @Override
    public CheckResult once(
            Check check, Values root, Optional<String> networkNamespace, Consumer<String> story)
            throws InterruptedException {
        return switch (check) {
            case Check.Followed following -> followed.look(following, root, story);
            case Check.Probed probed -> {
                try (Network own = new Network(networks, networkNamespace)) {
                    yield look(probed, own, story);
                }
            }
        };
    }

    private static CheckResult look(Check.Probed check, Network network, Consumer<String> story)
            throws InterruptedException {
        LookProbe probe =
                new LookProbe(check.target(), check.schedule(), network, System::nanoTime, story);
        return Outcome.of(check.keyword(), check.method(), probe).result();
    }

    /** What is counted of all checks. */
    public ChecksStatus status() {
        return status.get();
    }

    private ChecksStatus look() {
        return loop.look(checks::status);
    }

    private Map<CheckKey, CheckReport> lookAtEach() {
        return loop.look(() -> checks.reports(System.nanoTime(), System.currentTimeMillis()));
    }

    /**
     * How a check is, no older than {@link SharedAnswer} allows. Of one that is not made any more
     * it says so.
     */
    public CheckReport report(CheckKey key) {
        CheckReport report = reports.get().get(key);
        return report == null
                ? CheckReport.gone(key.virtualServer(), key.realServer(), key.number() + 1)
                : report;
    }

    /** All of them, by the keys of the rows and in their order, no older than that either. */
    public Map<String, CheckRow> table() {
        return table.get();
    }

    private Map<String, CheckRow> tabulate() {
        Map<String, CheckRow> rows = new TreeMap<>();
        for (CheckReport report : reports.get().values()) {
            CheckRow row = CheckRow.of(report);
            rows.put(row.key(), row);
        }
        return rows;
    }

    /** Counts the lateness of looks anew. */
    public void clearLateness() {
        loop.post(checks.looks().lateness()::clear);
        status.outdate();
    }

    /** How many checks there are with a keyword. */
    public long count(String keyword) {
        return loop.ask(() -> checks.count(keyword));
    }

    /** What is counted of one checker. */
    public CheckerTypeStatus status(String keyword, String help, String bundle) {
        return loop.look(() -> checks.status(keyword, help, bundle));
    }

    /** Makes no check any more; looks that are under way end by themselves. */
    @Override
    public synchronized void close() {
        followed.follow(Set.of());
        loop.close();
        network.close();
    }
}
