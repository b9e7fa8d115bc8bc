package org.ninelives.linux.sysctl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.api.system.KernelSetting;
import org.ninelives.api.system.KernelSettings;
import org.ninelives.linux.safeguard.Safeguard;

/** Settings that are plain files. */
class LinuxKernelSettingsTest {

    private static final KernelSetting RP_FILTER =
            new KernelSetting("net/ipv4/conf/eth0/rp_filter");

    @TempDir Path root;
    private Path file;
    private LinuxKernelSettings settings;

    @BeforeEach
    void makeOne() throws IOException {
        file = root.resolve(RP_FILTER.path());
        Files.createDirectories(file.getParent());
        Files.createDirectories(root.resolve("net/ipv4/conf/all"));
        Files.createDirectories(root.resolve("net/ipv4/conf/default"));
        Files.writeString(file, "2\n");
        settings = new LinuxKernelSettings(root, new Safeguard());
    }

    @Test
    void aValueIsReadAsTheKernelWritesIt() {
        assertThat(settings.read(RP_FILTER)).hasValue(2);
    }

    @Test
    void whatIsNoNumberHasNoValue() throws IOException {
        Files.writeString(file, "32768\t60999\n");
        assertThat(settings.read(RP_FILTER)).isEmpty();
    }

    @Test
    void theInterfacesAreListedWithoutThoseThatAreNone() {
        assertThat(settings.interfaces()).containsExactly("eth0");
    }

    @Test
    void withoutIpv4ThereAreNoInterfaces() {
        assertThat(new LinuxKernelSettings(root.resolve("nothing"), new Safeguard()).interfaces())
                .isEmpty();
    }

    @Test
    void aRefusalNamesTheFileAndTheValue() throws IOException {
        Files.delete(file);
        Files.createDirectory(file);
        assertThatThrownBy(() -> settings.hold(RP_FILTER, 0))
                .hasMessageStartingWith(file + " = 0: EIO");
    }

    @Test
    void aRefusedSettingIsNotHeld() throws Exception {
        Files.delete(file);
        assertThatThrownBy(() -> settings.hold(RP_FILTER, 0)).hasMessageContaining("ENOENT");
        Files.writeString(file, "1");
        try (KernelSettings.Hold hold = settings.hold(RP_FILTER, 0)) {
            assertThat(hold).isNotNull();
            assertThat(settings.read(RP_FILTER)).hasValue(0);
        }
        assertThat(settings.read(RP_FILTER)).hasValue(1);
    }

    @Test
    void whatIsSetForGoodStays() throws Exception {
        settings.set(RP_FILTER, 0);
        settings.close();
        assertThat(settings.read(RP_FILTER)).hasValue(0);
    }
}
