package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is run before the routers start, and after they have stopped. */
@LabTest
@ExtendWith(Evidence.class)
class StartupScriptTest {
    private static final String VIP = "10.0.0.44";

    @ParameterizedTest(name = "{0}")
    @EnumSource(Implementation.class)
    void oneRunsBeforeAndOneAfterAllRouters(Implementation implementation) {
        try (Lab lab = Labs.open("startup", new Pairing(implementation, implementation))) {
            ScriptFiles.copy(lab, "a", "note.sh");
            Router a = ScriptFiles.start(lab, "a");
            lab.awaitMaster(a, VIP);
            Path told = a.node().folder().resolve("told.txt");
            assertThat(NotifyTest.read(told)).containsExactly("startup 0 0");

            a.term();
            assertThat(NotifyTest.read(told)).containsExactly("startup 0 0", "shutdown 0 0");
        }
    }

    @Test
    void oneThatHangsIsEndedAndTheRoutersStart() {
        try (Lab lab = Labs.open("startup", Labs.NINELIVES_ALONE)) {
            ScriptFiles.write(lab, "a", "note.sh", "#!/bin/sh\nsleep 1000\n");
            Path file =
                    Labs.edited(
                            lab,
                            "a",
                            text -> ScriptFiles.placed(lab, "a", text).replace(" 20\n", " 1\n"));
            Router a = lab.start("a", file);

            lab.awaitMaster(a, VIP);
            a.log().await("startup_script " + a.node().folder().resolve("note.sh"));
        }
    }
}
