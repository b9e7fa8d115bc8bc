package org.ninelives.linux.inotify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where changes are not told. */
class SilentFileSystemsTest {

    @ParameterizedTest
    @ValueSource(strings = {"nfs", "nfs4", "cifs", "proc", "sysfs", "fuse", "fuse.sshfs", "9p"})
    void othersChangeTheFilesThere(String type) {
        assertThat(SilentFileSystems.is(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "tmpfs", "overlay", "zfs", "fuseblk", "nfsd"})
    void hereTheyAreTold(String type) {
        assertThat(SilentFileSystems.is(type)).isFalse();
    }

    @Test
    void theTypeIsThatOfTheDirectory() {
        assertThat(SilentFileSystems.of(Path.of("/proc/sys"))).contains("proc");
        assertThat(SilentFileSystems.of(Path.of("/missing"))).isEmpty();
    }
}
