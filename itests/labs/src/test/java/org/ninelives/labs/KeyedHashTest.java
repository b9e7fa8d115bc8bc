package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Adverts that end with a keyed hash, which keepalived 2.2.7 does not know. */
@LabTest
@ExtendWith(Evidence.class)
class KeyedHashTest {
    private static final String VIP = "10.0.0.44";

    /** Ethernet, IPv4, and the VRRP message with one address. */
    private static final int TRAILER = Frame.HEADER + 20 + 12;

    private static final int HMAC_SHA256_128 = 1;
    private static final String FIRST = "the first key is of 32 bytes....";
    private static final String SECOND = "the second key has more of them, as is allowed.";
    private static final String ONE_KEY = "key 1 file:FOLDER/key-1";
    private static final String BOTH_KEYS = ONE_KEY + "\n        key 2 file:FOLDER/key-2";

    @Test
    void aKeyIsReplacedOnBothNodesUnderTheMaster() {
        try (Lab lab = Labs.open("hmac", Labs.NINELIVES_ALONE)) {
            Router a = start(lab, "a", FIRST);
            lab.awaitMaster(a, VIP);
            Router b = start(lab, "b", FIRST);
            lab.awaitBackup(b, a);
            awaitSignature(lab, a, 1);

            // Both know the new key before anybody signs with it, and until nobody signs otherwise.
            for (Router router : List.of(b, a)) {
                reload(lab, router, 1, BOTH_KEYS, 1);
            }
            for (Router router : List.of(a, b)) {
                reload(lab, router, 2, BOTH_KEYS, 2);
            }
            awaitSignature(lab, a, 2);
            for (Router router : List.of(a, b)) {
                reload(lab, router, 3, "key 2 file:FOLDER/key-2", 2);
            }
            lab.stays("a is the only owner", Timers.late(90), () -> isOnlyOwner(a, b));
            lab.awaitAdvert(a.node(), Instant.now());
            assertThat(lab.wire().advertsOf(b.node())).isEmpty();
            assertThat(a.log().count("Entering MASTER STATE")).isEqualTo(1);
        }
    }

    @Test
    void whoHasAnotherKeyOrNoneIsRefusedAndSaid() throws IOException {
        try (Lab lab = Labs.open("hmac", Labs.NINELIVES_ALONE)) {
            Router a = start(lab, "a", FIRST);
            lab.awaitMaster(a, VIP);
            Router b = start(lab, "b", SECOND);
            lab.awaitMaster(b, VIP);
            awaitRefusal(lab, a, b);
            awaitRefusal(lab, b, a);

            b.term();
            long refusals = refusals(a, b);
            Router plain =
                    lab.start(
                            "b",
                            Labs.edited(
                                    lab, "b", text -> text.replaceAll("(?s)auth_hmac.*?}", "")));
            lab.awaitMaster(plain, VIP);
            lab.await("a says so", () -> refusals(a, b) > refusals);
            assertThat(a.node().owns(VIP)).isTrue();
        }
    }

    private static Router start(Lab lab, String node, String key) {
        try {
            writeSecret(lab.node(node).folder().resolve("key-1"), key);
            writeSecret(lab.node(node).folder().resolve("key-2"), SECOND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String folder = lab.node(node).folder().toString();
        return lab.start(node, Labs.edited(lab, node, text -> text.replace("FOLDER", folder)));
    }

    private static void writeSecret(Path file, String key) throws IOException {
        Files.writeString(file, key);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static void reload(Lab lab, Router router, int number, String keys, int active) {
        String folder = router.node().folder().toString();
        Labs.edited(
                lab,
                router.node().name(),
                text ->
                        text.replace(ONE_KEY, keys)
                                .replace("active_key 1", "active_key " + active)
                                .replace("FOLDER", folder));
        router.reload();
        router.log().await(number, "Reload finished");
    }

    private static void awaitSignature(Lab lab, Router router, int key) {
        Instant now = Instant.now();
        lab.awaitValue(
                router.node().name() + " signs with key " + key,
                () ->
                        lab.wire()
                                .firstAdvert(
                                        router.node(),
                                        now,
                                        x ->
                                                x.frame().unsigned8(TRAILER) == HMAC_SHA256_128
                                                        && x.frame().unsigned8(TRAILER + 1)
                                                                == key));
    }

    private static void awaitRefusal(Lab lab, Router router, Router peer) {
        lab.await(
                router.node().name() + " refuses " + peer.node().name(),
                () -> refusals(router, peer) > 0);
    }

    /** How many lines say that the peer's adverts are not believed. */
    private static long refusals(Router router, Router peer) {
        return router.log()
                .text()
                .lines()
                .filter(line -> line.contains("(VI_1)") && line.contains(peer.node().address()))
                .filter(line -> line.contains("auth_hmac"))
                .count();
    }

    private static boolean isOnlyOwner(Router owner, Router other) {
        return owner.node().owns(VIP) && !other.node().owns(VIP);
    }
}
