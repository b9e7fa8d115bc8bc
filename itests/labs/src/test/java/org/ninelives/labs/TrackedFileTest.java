package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ExtendWith;

/** Routers that follow a number in a file: added to the priority, and as a fault. */
@LabTest
@ExtendWith(Evidence.class)
class TrackedFileTest {
    private static final String LEVEL = "10.0.0.44";
    private static final String FAULT = "10.0.0.45";

    @EachPairing
    void aNumberWrittenRenamedAndRemovedMovesThem(Pairing pairing) throws Exception {
        try (Lab lab = Labs.open("track-file", pairing)) {
            Path folder = lab.node("a").folder();
            Path number = Files.writeString(folder.resolve("number"), "-50\n");
            Router a =
                    lab.start(
                            "a",
                            Labs.edited(
                                    lab, "a", text -> text.replace("FOLDER", folder.toString())));
            lab.await("a owns both", () -> owns(a, LEVEL, FAULT));
            Router b = lab.start("b");
            b.log().await(2, "Entering BACKUP STATE");
            lab.awaitBackup(b, a);

            Files.writeString(number, "-20\n");
            lab.await("both moved to b", () -> owns(b, LEVEL, FAULT) && owns(a));
            a.log().await("(level) Changing effective priority from 100 to 80");
            a.log().await("(fault) Entering FAULT STATE");
            if (pairing.on("a") == Implementation.NINELIVES) {
                try (Beans beans = a.beans()) {
                    assertThat(beans.tracker("file", "number")).isEqualTo("VALUE -20");
                }
            }

            Path draft = Files.writeString(folder.resolve("draft"), "5");
            Files.move(draft, number, StandardCopyOption.ATOMIC_MOVE);
            lab.await("level came back", () -> owns(a, LEVEL) && owns(b, FAULT));
            a.log().await("(level) Changing effective priority from 80 to 105");

            Files.delete(number);
            lab.await("fault came back too", () -> owns(a, LEVEL, FAULT) && owns(b));
            a.log().await("(level) Changing effective priority from 105 to 100");

            Files.writeString(number, "-300");
            lab.await("both are in fault", () -> owns(b, LEVEL, FAULT) && owns(a));
            a.log().await("(level) Entering FAULT STATE");
        }
    }

    private static boolean owns(Router router, String... wanted) {
        Set<String> owned = router.node().ownedOf(Set.of(LEVEL, FAULT));
        return owned.equals(new TreeSet<>(Set.of(wanted)));
    }
}
