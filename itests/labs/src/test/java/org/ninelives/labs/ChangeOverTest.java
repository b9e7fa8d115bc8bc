package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A pair of keepalived becomes a pair of Ninelives by the commands that {@code --migrate-check}
 * prints, and goes back, while a client asks. There is no service manager in a namespace: to enable
 * and disable a unit is to start and stop its daemon; to install is done before.
 */
@LabTest
class ChangeOverTest {
    private static final Duration INTERVAL = Duration.ofMillis(20);
    private static final String DISABLE = "systemctl disable --now ";
    private static final String ENABLE = "systemctl enable --now ";

    /** An orderly change of master takes less than a second; the rest is for a busy machine. */
    private static final Duration GAP_MAX = Duration.ofSeconds(5);

    /** While a returning master and the one that hears it both have the address. */
    private static final Duration BOTH_MAX = Duration.ofSeconds(1);

    enum Arrangement {
        GROUP("a", "10.0.0.44 10.0.0.45"),
        NOPREEMPT("b", "10.0.0.44"),
        UNICAST("a", "10.0.0.44");

        /** Who is master at last. */
        private final String master;

        private final String addresses;

        Arrangement(String master, String addresses) {
            this.master = master;
            this.addresses = addresses;
        }

        private List<String> addresses() {
            return List.of(addresses.split(" ", -1));
        }

        private Path configuration(Lab lab, String node) {
            return lab.file(name().toLowerCase(Locale.ROOT) + "-" + node + ".conf");
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePrintedCommandsLeadThereAndBackWithoutMoreThanAFailover(Arrangement arrangement) {
        try (Lab lab = Labs.open("change-over", Labs.NINELIVES_ALONE)) {
            Change change = new Change(lab, arrangement);
            change.begin();
            change.follow("b", "backup");
            assertThat(change.owner()).isEqualTo("a");
            change.follow("a", "master");
            assertThat(change.owner()).isEqualTo(arrangement.master);

            change.goBack("a", "master");
            change.goBack("b", "backup");
            assertThat(change.owner()).isIn("a", "b");
            change.judge();
        }
    }

    /** What is done to a pair, and what came of it. */
    private static final class Change {
        private final Lab lab;
        private final Arrangement arrangement;
        private final Map<String, Router> routers = new HashMap<>();
        private final List<Instant> changes = new ArrayList<>();
        private OwnershipWatch watch;

        private Change(Lab lab, Arrangement arrangement) {
            this.lab = lab;
            this.arrangement = arrangement;
        }

        private void begin() {
            for (String node : List.of("a", "b")) {
                NamedPage.serve(lab, node);
                start(node, "keepalived");
                settle();
            }
            for (String address : arrangement.addresses()) {
                lab.node("client")
                        .start(
                                "visits-" + address,
                                JavaProgram.command(
                                        WebClient.class,
                                        address,
                                        Long.toString(INTERVAL.toMillis())));
                lab.await(
                        address + " answers a hundred times",
                        () -> visits(address).stream().filter(v -> !v.isLost()).count() >= 100);
            }
            watch = new OwnershipWatch(lab, arrangement.addresses());
        }

        private void follow(String node, String role) {
            for (PrintedStep step : steps(node, role)) {
                run(node, step.command());
            }
        }

        private void goBack(String node, String role) {
            for (PrintedStep step : steps(node, role).reversed()) {
                run(node, step.back());
            }
        }

        private List<PrintedStep> steps(String node, String role) {
            String file = arrangement.configuration(lab, node).toString();
            String printed = Answer.of("--migrate-check", "--json", file).output();
            List<PrintedStep> steps =
                    PrintedStep.parse(printed).stream()
                            .filter(step -> step.node().equals(role))
                            .toList();
            assertThat(steps).extracting(PrintedStep::command).contains(DISABLE + "keepalived");
            return steps;
        }

        private void run(String node, String command) {
            List<String> words = List.of(command.split(" ", -1));
            if (command.startsWith(DISABLE)) {
                changes.add(Instant.now());
                routers.remove(node).term();
                settle();
            } else if (command.startsWith(ENABLE)) {
                start(node, words.getLast());
                settle();
            } else if (words.getFirst().equals("ninelived")) {
                assertThat(Answer.of(words.subList(1, words.size()).toArray(String[]::new)))
                        .extracting(Finished::status)
                        .isEqualTo(0);
            } else if (words.getFirst().equals("ninelivesctl")) {
                Connector.await(lab, routers.get(node));
                Finished told =
                        routers.get(node)
                                .ctl(words.subList(1, words.size()).toArray(String[]::new));
                assertThat(told.status()).as("%s: %s", command, told.output()).isZero();
            } else if (!command.isEmpty()) {
                System.out.printf("lab: change-over, not run here: %s%n", command);
            }
        }

        private void start(String node, String unit) {
            Implementation implementation =
                    unit.equals("keepalived")
                            ? Implementation.KEEPALIVED
                            : Implementation.NINELIVES;
            routers.put(
                    node, lab.start(node, arrangement.configuration(lab, node), implementation));
        }

        /** Who is to be master is, and has all addresses alone; the other has heard it. */
        private void settle() {
            for (Router router : routers.values()) {
                router.log().await("Entering BACKUP STATE");
            }
            if (routers.containsKey("a") && arrangement.master.equals("a")) {
                lab.await("a is master again", () -> owners().equals(List.of("a")));
            }
            lab.await("one node has it all", () -> owners().size() == 1);
        }

        private List<String> owners() {
            return Stream.of("a", "b").filter(node -> !owned(node).isEmpty()).toList();
        }

        private Set<String> owned(String node) {
            return lab.node(node).ownedOf(arrangement.addresses());
        }

        private String owner() {
            List<String> owners = owners();
            assertThat(owners).hasSize(1);
            assertThat(owned(owners.getFirst())).hasSameSizeAs(arrangement.addresses());
            return owners.getFirst();
        }

        private void judge() {
            Instant settled = Instant.now();
            for (String address : arrangement.addresses()) {
                lab.await(
                        address + " is asked to the end",
                        () -> visits(address).getLast().time().isAfter(settled.plusSeconds(1)));
                List<Duration> gaps = gaps(visits(address));
                System.out.printf(
                        "lab: change-over, %s, %s: %d changes, gaps of %s, both had it for %d ms at"
                                + " most%n",
                        arrangement,
                        address,
                        changes.size(),
                        gaps.stream().map(Duration::toMillis).map(ms -> ms + " ms").toList(),
                        watch.longestBoth(address).toMillis());
                assertThat(gaps).allSatisfy(gap -> assertThat(gap).isLessThan(GAP_MAX));
                assertThat(watch.longestBoth(address)).isLessThan(BOTH_MAX);
                lab.await(
                        "the owner of " + address + " answers",
                        () -> visits(address).getLast().answer().equals(owner()));
            }
        }

        /** From the begin of the first lost request to that of the next one answered. */
        private static List<Duration> gaps(List<Visit> visits) {
            List<Duration> gaps = new ArrayList<>();
            Instant lost = null;
            for (Visit visit : visits) {
                if (visit.isLost()) {
                    lost = lost == null ? visit.time() : lost;
                } else if (lost != null) {
                    gaps.add(Duration.between(lost, visit.time()));
                    lost = null;
                }
            }
            return gaps;
        }

        /** Requests under way at this moment have no line yet. */
        private List<Visit> visits(String address) {
            return lab.node("client")
                    .log("visits-" + address)
                    .text()
                    .lines()
                    .map(Visit::parse)
                    .sorted(Comparator.comparing(Visit::time))
                    .toList();
        }
    }
}
