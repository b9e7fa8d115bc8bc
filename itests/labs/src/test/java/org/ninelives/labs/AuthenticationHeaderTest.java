package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtendWith;

/** Passwords of the authentication header that are changed, and one that is wrong. */
@LabTest
@ExtendWith(Evidence.class)
class AuthenticationHeaderTest {
    private static final String VIP = "10.0.0.44";

    @EachPairing
    void aPasswordIsChangedOnBothNodesUnderTheMaster(Pairing pairing) {
        try (Lab lab = Labs.open("ah", pairing)) {
            Router a = lab.start("a", Labs.edited(lab, "a", UnaryOperator.identity()));
            lab.awaitMaster(a, VIP);
            Router b = lab.start("b", Labs.edited(lab, "b", UnaryOperator.identity()));
            lab.awaitBackup(b, a);

            // Right after an advert there are three seconds for both.
            for (Router router : List.of(a, b)) {
                Labs.edited(lab, router.node().name(), text -> text.replace("secret", "changed"));
                router.reload();
            }
            a.log().await("Reload");
            b.log().await("Reload");
            lab.stays("a is the only owner", Timers.late(90), () -> isOnlyOwner(a, b));
            assertThat(b.log().text()).doesNotContain("Entering MASTER STATE");

            b.term();
            Router again = lab.start("b", b.node().folder().resolve("keepalived.conf"));
            again.log().await("Entering BACKUP STATE");
            lab.stays("b understands a", Timers.late(90), () -> isOnlyOwner(a, again));
            lab.awaitAdvert(a.node(), Instant.now());
            assertThat(lab.wire().advertsOf(b.node())).isEmpty();
        }
    }

    @EachPairing
    void aWrongPasswordIsRefusedAndSaid(Pairing pairing) {
        try (Lab lab = Labs.open("ah", pairing)) {
            Router a = lab.start("a");
            lab.awaitMaster(a, VIP);
            Router b =
                    lab.start("b", Labs.edited(lab, "b", text -> text.replace("secret", "guess")));

            // Each hears nobody whom it can believe.
            lab.awaitMaster(b, VIP);
            assertThat(a.node().owns(VIP)).isTrue();
            for (Router router : List.of(a, b)) {
                if (pairing.on(router.node().name()) == Implementation.NINELIVES) {
                    String peer = router == a ? b.node().address() : a.node().address();
                    lab.await(
                            router.node().name() + " says who is not believed",
                            () ->
                                    router.log()
                                            .text()
                                            .lines()
                                            .anyMatch(line -> isRefusal(line, peer)));
                    try (Beans beans = router.beans()) {
                        assertThat(beans.counters("VI_1").get("authFailure")).isPositive();
                    }
                }
            }
        }
    }

    private static boolean isRefusal(String line, String peer) {
        return line.contains("(VI_1)") && line.contains(peer) && line.contains("password");
    }

    private static boolean isOnlyOwner(Router owner, Router other) {
        return owner.node().owns(VIP) && !other.node().owns(VIP);
    }
}
