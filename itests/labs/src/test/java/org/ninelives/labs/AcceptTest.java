package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Masters that are told not to answer at their virtual addresses. */
@LabTest
@ExtendWith(Evidence.class)
class AcceptTest {
    private static final String OPEN = "10.0.0.44";
    private static final String CLOSED = "10.0.0.45";
    private static final String STRICT = "10.0.0.46";
    private static final List<String> ALL = List.of(OPEN, CLOSED, STRICT);

    @EachPairing
    void aClosedAddressIsFoundButDoesNotAnswer(Pairing pairing) {
        try (Lab lab = Labs.open("accept", pairing)) {
            Node client = lab.node("client");
            Router a = lab.start("a");
            lab.await("a owns all", () -> a.node().ownedOf(ALL).size() == 3);
            lab.await("the open one answers", () -> client.answering(ALL).contains(OPEN));

            lab.stays(
                    "only the open one answers",
                    Duration.ofSeconds(2),
                    () -> client.answering(ALL).equals(Set.of(OPEN)));

            String mac = a.node().macAddress();
            assertThat(client.neighbours())
                    .containsEntry(OPEN, mac)
                    .containsEntry(CLOSED, mac)
                    .containsEntry(STRICT, mac);
            if (pairing.on("a") == Implementation.NINELIVES) {
                // Who meets a virtual address that does not answer looks into the log.
                assertThat(a.log().text().lines())
                        .anyMatch(line -> line.contains("strict") && line.contains(STRICT));
            }
            a.term();
            assertThat(ruleset(a.node())).isBlank();
        }
    }

    /** Somebody loads a firewall of his own; the table that is ours comes back. */
    @Test
    void aFlushedRulesetIsRestored() {
        try (Lab lab = Labs.open("accept", Labs.NINELIVES_ALONE)) {
            Node client = lab.node("client");
            Router a = lab.start("a");
            lab.await("a owns all", () -> a.node().ownedOf(ALL).size() == 3);
            lab.await("the open one answers", () -> client.answering(ALL).equals(Set.of(OPEN)));
            String before = ruleset(a.node());

            a.node().run(List.of("nft", "flush", "ruleset"), "");

            lab.await("the table is there again", () -> ruleset(a.node()).equals(before));
            lab.await(
                    "only the open one answers", () -> client.answering(ALL).equals(Set.of(OPEN)));
            assertThat(before).contains(CLOSED, STRICT);
        }
    }

    private static String ruleset(Node node) {
        return node.run(List.of("nft", "list", "ruleset"), "").output();
    }
}
