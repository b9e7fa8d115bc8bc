package org.ninelives.script.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninelives.api.system.Account;
import org.ninelives.script.check.Identity;
import org.ninelives.script.check.RunnableScript;

final class CommandLinesTest {

    private final CommandLines lines =
            new CommandLines("/bin/setsid", "/bin/nsenter", "/bin/setpriv", 0, 0);

    private String[] words(long user, long group, Set<Long> groups, String... words) {
        return lines.of(
                        script(user, group, groups, words),
                        List.of("INSTANCE", "VI 1"),
                        Optional.empty())
                .toStrings();
    }

    private static RunnableScript script(long user, long group, Set<Long> groups, String... words) {
        Account account = new Account("somebody", user, OptionalLong.of(group));
        return new RunnableScript(List.of(words), new Identity(account, group, groups), List.of());
    }

    @Test
    void theDaemonsOwnUserIsNotChanged() {
        assertThat(words(0, 0, Set.of(0L), "/n.sh", "a \"b\" 'c' ${d} \\"))
                .containsExactly("/bin/setsid", "/n.sh", "a \"b\" 'c' ${d} \\", "INSTANCE", "VI 1");
    }

    @Test
    void anotherUserHasItsFirstGroupOnlyAndNoRights() {
        assertThat(words(7, 9, Set.of(9L), "/n.sh"))
                .containsExactly(
                        "/bin/setsid",
                        "/bin/setpriv",
                        "--reuid=7",
                        "--regid=9",
                        "--clear-groups",
                        "--ambient-caps=-all",
                        "--inh-caps=-all",
                        "/n.sh",
                        "INSTANCE",
                        "VI 1");
    }

    @Test
    void allGroupsAreNamedWhereItHasMore() {
        assertThat(words(7, 9, Set.of(27L, 9L), "/n.sh")).contains("--groups=9,27");
        assertThat(words(0, 0, Set.of(0L, 27L), "/n.sh")).contains("--groups=0,27");
    }

    @Test
    void anotherGroupAloneIsAChangeToo() {
        assertThat(words(0, 9, Set.of(9L), "/n.sh")).contains("--reuid=0", "--regid=9");
    }

    @Test
    void anotherNetworkIsEnteredBeforeAnotherUserIs() {
        assertThat(
                        lines.of(script(7, 9, Set.of(9L), "/n.sh"), List.of(), Optional.of("blue"))
                                .toStrings())
                .startsWith("/bin/setsid", "/bin/nsenter", "--net=/run/netns/blue", "/bin/setpriv");
        assertThat(
                        lines.of(script(0, 0, Set.of(0L), "/n.sh"), List.of(), Optional.of("blue"))
                                .toStrings())
                .containsExactly("/bin/setsid", "/bin/nsenter", "--net=/run/netns/blue", "/n.sh");
    }
}
