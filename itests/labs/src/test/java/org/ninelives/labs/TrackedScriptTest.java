package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Routers that follow the result of a script: by a weight, up or down, and by fault. */
@LabTest
@ExtendWith(Evidence.class)
class TrackedScriptTest {
    private static final List<String> ADDRESSES = List.of("10.0.0.44", "10.0.0.45", "10.0.0.46");

    @EachPairing
    void aFailingScriptMovesEachAndItsSuccessMovesThemBack(Pairing pairing) throws Exception {
        try (Lab lab = Labs.open("track-script", pairing)) {
            ScriptFiles.copy(lab, "a", "chk.sh");
            Router a = ScriptFiles.start(lab, "a");
            lab.await("a owns all", () -> owns(a, 3));
            a.log().await("VRRP_Script(chk) succeeded");
            Router b = lab.start("b");
            b.log().await(3, "Entering BACKUP STATE");
            lab.awaitBackup(b, a);

            Path bad = Files.createFile(a.node().folder().resolve("bad"));
            lab.await("all moved to b", () -> owns(b, 3) && owns(a, 0));
            a.log().await("Script `chk` now returning 7");
            a.log().await("VRRP_Script(chk) failed (exited with status 7)");
            a.log().await("(loss) Changing effective priority from 100 to 80");
            a.log().await("(gain) Changing effective priority from 100 to 70");
            a.log().await("(fault) Entering FAULT STATE");

            Files.delete(bad);
            lab.await("all came back to a", () -> owns(a, 3) && owns(b, 0));
            a.log().await("Script `chk` now returning 0");
            a.log().await(2, "VRRP_Script(chk) succeeded");
            a.log().await("(loss) Changing effective priority from 80 to 100");
            a.log().await("(gain) Changing effective priority from 70 to 100");
        }
    }

    @Test
    void whatTheScriptSaidIsInTheLogAndAReloadKeepsItsResult() throws Exception {
        try (Lab lab = Labs.open("track-script", Labs.NINELIVES_ALONE)) {
            ScriptFiles.copy(lab, "a", "chk.sh");
            Router a = ScriptFiles.start(lab, "a");
            lab.await("a owns all", () -> owns(a, 3));

            a.reload();
            a.log().await("VRRP_Script(chk) considered successful on reload");
            assertThat(owns(a, 3)).isTrue();

            Files.createFile(a.node().folder().resolve("bad"));
            a.log().await("output: bad is there");
            a.log().await("(fault) Entering FAULT STATE");
        }
    }

    private static boolean owns(Router router, int number) {
        return router.node().ownedOf(ADDRESSES).size() == number;
    }
}
