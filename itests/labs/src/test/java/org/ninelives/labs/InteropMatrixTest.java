package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every way of talking and of preempting that the daemons share, all on one pair: one master at any
 * time, takeovers in time, returns as configured, and not a word of complaint.
 */
@LabTest
@ExtendWith(Evidence.class)
class InteropMatrixTest {
    private static final Pattern COMPLAINT =
            Pattern.compile(
                    "(?i)invalid|mismatch|checksum|not present|expected|unknown|wrong|bad |error"
                            + "|failed|exception|refuse|cannot|duplicate|replay|sequence");

    /** What counts no error. */
    private static final Set<String> IN_ORDER =
            Set.of(
                    "advertRcvd",
                    "advertSent",
                    "becomeMaster",
                    "releaseMaster",
                    "priZeroRcvd",
                    "priZeroSent");

    @EachPairing
    void eachCellTakesOverReturnsAndAnswersAsConfigured(Pairing pairing) throws IOException {
        try (Lab lab = Labs.open("matrix", pairing)) {
            Run run = new Run(lab);
            run.elect();
            run.killA();
            run.returnA();
            run.stopB();
            run.listen();
            run.stopA();
            run.verifyTurns();
            assertThat(run.matrix.conclude()).as("cells that failed with " + pairing).isEmpty();
        }
    }

    /** One life of the pair. */
    private static final class Run {
        private final Lab lab;
        private final Matrix matrix;
        private final List<Cell> all;
        private final List<Cell> preempting;
        private final List<Cell> staying;
        private final Node nodeA;
        private final Node nodeB;
        private Router a;
        private Router b;

        Run(Lab lab) throws IOException {
            this.lab = lab;
            matrix = new Matrix(lab);
            all = matrix.having(any -> true);
            staying = matrix.having(cell -> cell.preemption() == Cell.Preemption.NOPREEMPT);
            preempting = matrix.having(cell -> cell.preemption() != Cell.Preemption.NOPREEMPT);
            nodeA = lab.node("a");
            nodeB = lab.node("b");
        }

        void elect() throws IOException {
            a = start("a");
            matrix.awaitOwner("elected", all, nodeA, nodeB);
            b = start("b");
            awaitBackup(b);
            matrix.awaitAdverts(all, nodeA);
            matrix.awaitOwner("heard", all, nodeA, nodeB);
            matrix.awaitAnswers("elected", all, nodeA);
            all.forEach(
                    cell ->
                            matrix.check(
                                    cell,
                                    matrix.adverts(cell, nodeB).isEmpty(),
                                    "b talked as a backup"));
        }

        void killA() {
            // Nobody answers when b asks where its unicast peer is, and a full neighbour table
            // forgets.
            for (String peer : List.of("10.0.0.1", "fd00::1")) {
                nodeB.ip(
                        "neighbour replace %s lladdr %s dev eth0 nud permanent"
                                .formatted(peer, nodeA.macAddress()));
            }
            matrix.awaitAdverts(all, nodeA);
            Instant killed = lab.powerOff(a);
            matrix.awaitOwner("a died", all, nodeB, nodeA);
            matrix.awaitAdverts(all, nodeB, killed);
            matrix.awaitAnswers("a died", all, nodeB);
            for (Cell cell : all) {
                Optional<Instant> last =
                        matrix.adverts(cell, nodeA).stream()
                                .map(Advert::time)
                                .max(Instant::compareTo);
                matrix.measure(
                        cell,
                        "killed",
                        last,
                        last.flatMap(time -> matrix.first(cell, nodeB, time)),
                        Timers.masterDown(90).minusMillis(20),
                        Timers.late(90));
            }
        }

        void returnA() throws IOException {
            lab.plug("a");
            Instant began = Instant.now();
            a = start("a");
            awaitBackup(a);
            Instant ran = Instant.now();
            matrix.awaitOwner("a is back", preempting, nodeA, nodeB);
            matrix.awaitAdverts(preempting, nodeA);
            matrix.awaitOwner("a is back", staying, nodeB, nodeA);
            matrix.awaitAnswers("a is back", preempting, nodeA);
            matrix.awaitAnswers("a is back", staying, nodeB);
            for (Cell cell : all) {
                Optional<Instant> first = matrix.first(cell, nodeA, began);
                switch (cell.preemption()) {
                    case PREEMPT -> measureReturn(cell, first, began, ran, Duration.ZERO);
                    case PREEMPT_DELAY ->
                            measureReturn(cell, first, began, ran, Duration.ofSeconds(Cell.DELAY));
                    case NOPREEMPT -> {
                        matrix.check(cell, first.isEmpty(), "a preempted");
                        matrix.tell(cell, "b stayed");
                    }
                }
            }
        }

        /** A start is somewhere between these two times; a delay ends with an advert heard. */
        private void measureReturn(
                Cell cell, Optional<Instant> first, Instant began, Instant ran, Duration delay) {
            Duration starting = Duration.between(began, ran);
            Duration waiting = delay.isZero() ? delay : delay.plusSeconds(1);
            matrix.measure(
                    cell,
                    "returned",
                    Optional.of(began),
                    first,
                    delay.isZero() ? Timers.masterDown(100) : delay,
                    starting.plus(waiting).plus(Timers.late(100)));
        }

        void stopB() throws IOException {
            Instant stopped = b.term();
            matrix.awaitOwner("b stopped", all, nodeA, nodeB);
            matrix.awaitAdverts(all, nodeA);
            staying.forEach(cell -> measureStop(cell, nodeB, nodeA, 100, stopped));
            b = start("b");
            awaitBackup(b);
            matrix.awaitAdverts(all, nodeA);
            matrix.awaitOwner("b is back", all, nodeA, nodeB);
        }

        void stopA() {
            Instant stopped = a.term();
            matrix.awaitOwner("a stopped", all, nodeB, nodeA);
            matrix.awaitAdverts(all, nodeB);
            all.forEach(cell -> measureStop(cell, nodeA, nodeB, 90, stopped));
            matrix.awaitAnswers("a stopped", all, nodeB);
        }

        private void measureStop(
                Cell cell, Node leaving, Node coming, int priority, Instant stopped) {
            Optional<Instant> farewell =
                    matrix.adverts(cell, leaving).stream()
                            .filter(advert -> advert.priority() == 0)
                            .map(Advert::time)
                            .filter(time -> time.isAfter(stopped))
                            .findFirst();
            matrix.measure(
                    cell,
                    "stopped",
                    farewell,
                    farewell.flatMap(time -> matrix.first(cell, coming, time)),
                    Timers.skew(priority).minusMillis(20),
                    Timers.skew(priority).plus(Timers.MARGIN));
        }

        /** In all this time the nodes talked by turns, and never both. */
        void verifyTurns() {
            for (Cell cell : all) {
                String turns = matrix.turns(cell);
                matrix.check(cell, turns.equals("abab"), "masters took turns as " + turns);
            }
        }

        /** Neither daemon may have found anything wrong with what the other said. */
        void listen() {
            for (Router router : List.of(a, b)) {
                List<String> complaints =
                        router.log().text().lines().filter(COMPLAINT.asPredicate()).toList();
                assertThat(complaints).as("complaints on " + router.node().name()).isEmpty();
                if (lab.pairing().on(router.node().name()) == Implementation.NINELIVES) {
                    count(router);
                }
            }
        }

        private void count(Router router) {
            try (Beans beans = router.beans()) {
                for (Cell cell : all) {
                    Map<String, Long> counters = beans.counters(cell.name());
                    Map<String, Long> errors =
                            counters.entrySet().stream()
                                    .filter(counter -> !IN_ORDER.contains(counter.getKey()))
                                    .filter(counter -> counter.getValue() != 0)
                                    .collect(
                                            Collectors.toMap(
                                                    Map.Entry::getKey, Map.Entry::getValue));
                    matrix.check(cell, errors.isEmpty(), router.node().name() + " " + errors);
                    matrix.check(
                            cell,
                            counters.get("advertRcvd") > 0,
                            router.node().name() + " accepted no advert");
                }
            }
        }

        private Router start(String name) throws IOException {
            Path file = lab.node(name).folder().resolve("keepalived.conf");
            Files.writeString(file, matrix.configuration(name));
            return lab.start(name, file);
        }

        private void awaitBackup(Router router) {
            router.log().await(matrix.size(), "Entering BACKUP STATE");
        }
    }
}
