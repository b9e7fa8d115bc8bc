package org.ninelives.linux.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.system.Account;

class LinuxAccountsTest {

    private final LinuxAccounts accounts = new LinuxAccounts();

    @Test
    void rootIsKnownByNameAndByNumber() throws Exception {
        assertThat(accounts.user("root")).contains(new Account("root", 0, OptionalLong.of(0)));
        assertThat(accounts.user("0").orElseThrow().group()).hasValue(0);
        assertThat(accounts.group("root")).hasValue(0);
        assertThat(accounts.group("0")).hasValue(0);
    }

    @Test
    void aNumberNeedsNoEntry() throws Exception {
        assertThat(accounts.user("3999999999"))
                .contains(new Account("3999999999", 3999999999L, OptionalLong.empty()));
        assertThat(accounts.group("3999999999")).hasValue(3999999999L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no such name", "-1", "4294967295", "99999999999", "0x10"})
    void whatNobodyIsCalledIsNotThere(String name) throws Exception {
        assertThat(accounts.user(name)).isEqualTo(Optional.empty());
        assertThat(accounts.group(name)).isEmpty();
    }

    @Test
    void theFirstGroupIsAmongTheGroups() throws Exception {
        Account root = accounts.user("root").orElseThrow();
        assertThat(accounts.groups(root, 4711)).contains(4711L);
    }

    @Test
    void theOwnUserIsThatOfTheProcess() throws Exception {
        Path self = Path.of("/proc/self");
        assertThat(accounts.ownUser())
                .isEqualTo(((Number) Files.getAttribute(self, "unix:uid")).longValue());
        assertThat(accounts.ownGroup())
                .isEqualTo(((Number) Files.getAttribute(self, "unix:gid")).longValue());
    }
}
