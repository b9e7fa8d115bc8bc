package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a daemon whose configuration file is not as it should be. */
@LabTest
class ConfigurationFileTest {
    private static final String VIP = "10.0.0.44";

    @Test
    void aFileThatIsNotThereOrNoFileOrNotReadableIsNoConfiguration() throws IOException {
        try (Lab lab = Launch.open()) {
            Node node = lab.node("a");
            Path folder = Files.createDirectory(node.folder().resolve("folder.conf"));
            Path secret = Files.writeString(node.folder().resolve("secret.conf"), "global_defs {}");
            Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));

            Finished missing = Launch.end(node, Path.of("missing.conf"));
            assertThat(missing.status())
                    .isEqualTo(6)
                    .isEqualTo(Launch.keepalivedsStatus(node, Path.of("missing.conf"), List.of()));
            assertThat(Launch.complaints(missing.output()))
                    .singleElement()
                    .asString()
                    .contains("missing.conf: does not exist", "-f FILE");

            Finished directory = Launch.end(node, folder);
            assertThat(directory.status())
                    .isEqualTo(6)
                    .isEqualTo(Launch.keepalivedsStatus(node, folder, List.of()));
            assertThat(Launch.complaints(directory.output()))
                    .singleElement()
                    .asString()
                    .contains("folder.conf: is a directory");

            // Root without these two may read no more than any user.
            List<String> user = Launch.without("dac_override", "dac_read_search");
            Finished unreadable = Launch.end(node, secret, user);
            assertThat(unreadable.status())
                    .isEqualTo(6)
                    .isEqualTo(Launch.keepalivedsStatus(node, secret, user));
            assertThat(Launch.complaints(unreadable.output()))
                    .singleElement()
                    .asString()
                    .contains("secret.conf: cannot be read: permission denied");
        }
    }

    @Test
    void anEmptyFileWaitsForAReload() throws IOException {
        try (Lab lab = Launch.open()) {
            Path file = Files.writeString(lab.node("a").folder().resolve("empty.conf"), "");
            Router a = lab.start("a", file);
            a.log().await("empty.conf has nothing to run");
            // The last thing that a start does; a signal before that might find nobody to hear it.
            a.log().await("JMX connector");

            Files.copy(lab.file("a.conf"), file, StandardCopyOption.REPLACE_EXISTING);
            a.reload();

            lab.awaitMaster(a, VIP);
            assertThat(a.log().text()).doesNotContain("[error]");
        }
    }

    // keepalived 2.2.7 silently ends the line at the NUL.
    @Test
    void aNulCostsItsLineAndNothingElse() throws IOException {
        try (Lab lab = Launch.open()) {
            String text = Files.readString(lab.file("a.conf"));
            Path file = lab.node("a").folder().resolve("nul.conf");
            Files.writeString(file, text.replace("router_id lb01", "router_id lb\0001"));
            Router a = lab.start("a", file);

            lab.awaitMaster(a, VIP);

            assertThat(Launch.complaints(a.log().text()))
                    .filteredOn(line -> line.contains("[error]"))
                    .singleElement()
                    .asString()
                    .contains("nul.conf:2: ", "NUL");
        }
    }

    @Test
    void aFileOfWhichNothingCanRunEndsWithStatusTwo() throws IOException {
        try (Lab lab = Launch.open()) {
            String text = Files.readString(lab.file("a.conf"));
            Path file = lab.node("a").folder().resolve("nothing.conf");
            Files.writeString(file, text.replace("    interface eth0", ""));

            Finished finished = Launch.end(lab.node("a"), file);

            assertThat(finished.status())
                    .isEqualTo(2)
                    .isEqualTo(Launch.keepalivedsStatus(lab.node("a"), file, List.of()));
            assertThat(Launch.complaints(finished.output()))
                    .hasSize(2)
                    .anyMatch(line -> line.contains("nothing.conf:5: interface: "))
                    .anyMatch(line -> line.matches("Nothing in .*nothing.conf can run"));
        }
    }
}
