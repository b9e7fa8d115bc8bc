package org.ninelives.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What systemd itself says of the unit, with and without the drop-ins that it speaks of. */
@EnabledIf("isThereSystemd")
class UnitFileTest {
    private static final Path UNIT = Packages.SOURCES.resolve("files/ninelives.service");

    @TempDir private Path folder;

    static boolean isThereSystemd() {
        return Files.isExecutable(Path.of("/usr/bin/systemd-analyze"));
    }

    @Test
    void itIsFreeOfMistakes() throws IOException {
        assertThat(verify("")).isEmpty();
    }

    @Test
    void theVariantWithoutRootIsFreeOfMistakesAndLessExposed() throws IOException {
        String dropIn = Files.readString(Packages.SOURCES.resolve("files/unprivileged.conf"));
        assertThat(verify(dropIn)).isEmpty();
        assertThat(exposure(dropIn)).isLessThan(exposure(""));
    }

    @Test
    void theDropInThatItSpeaksOfClosesMost() throws IOException {
        String comment =
                Files.readString(UNIT)
                        .replaceFirst("(?s).*If none of yours needs that[^\n]*\n", "")
                        .replaceFirst("(?s)# Open for the daemon itself.*", "");
        String dropIn = comment.replaceAll("(?m)^# +", "");
        assertThat(dropIn).startsWith("[Service]").contains("ProtectSystem=strict");
        assertThat(verify(dropIn)).isEmpty();
        assertThat(exposure("")).as("of 10, out of the box").isLessThan(6.5);
        assertThat(exposure(dropIn)).isLessThan(5);
    }

    /** What systemd complains of. */
    private String verify(String dropIn) throws IOException {
        return Packages.run("systemd-analyze", "verify", "--man=no", write(dropIn).toString());
    }

    private double exposure(String dropIn) throws IOException {
        String path = write(dropIn).toString();
        String table = Packages.run("systemd-analyze", "security", "--offline=true", path);
        return Double.parseDouble(
                table.replaceFirst("(?s).*Overall exposure level for [^:]*: ([\\d.]+) .*", "$1"));
    }

    /** The unit with an existing program, and with the lines of a drop-in at its end. */
    private Path write(String dropIn) throws IOException {
        String unit =
                Files.readString(UNIT)
                        .replace("[Install]", dropIn + "\n[Install]")
                        .replaceAll("/usr/(sbin/ninelived|lib/ninelives/bin/\\S+)", "/bin/true");
        Path file = folder.resolve("ninelives.service");
        return Files.writeString(file, unit);
    }
}
