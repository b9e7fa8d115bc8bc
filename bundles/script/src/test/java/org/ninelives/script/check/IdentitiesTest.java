package org.ninelives.script.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.ScriptUser;

final class IdentitiesTest {

    private static final List<String> WORDS = List.of("/bin/true");

    private final FakeAccounts accounts = new FakeAccounts();
    private final Identities identities = new Identities(accounts);

    private static Script by(String user, String group) {
        return new Script(WORDS, Optional.of(new ScriptUser(user, Optional.ofNullable(group))));
    }

    private static Script byDefault() {
        return new Script(WORDS, Optional.empty());
    }

    private static ScriptRules rules(String user, boolean secure, boolean allGroups) {
        return new ScriptRules(
                Optional.ofNullable(user).map(name -> new ScriptUser(name, Optional.empty())),
                secure,
                false,
                allGroups);
    }

    @Test
    void theScriptsOwnUserComesBeforeTheDefault() throws Exception {
        Identity identity = identities.of(by("nobody", null), rules("root", true, false));
        assertThat(identity.account().user()).isEqualTo(65534);
        assertThat(identity.groups()).containsExactly(65534L);
        assertThat(identity.isRoot()).isFalse();
    }

    @Test
    void aNamedGroupTakesThePlaceOfTheFirst() throws Exception {
        Identity identity = identities.of(by("nobody", "root"), ScriptRules.DEFAULT);
        assertThat(identity.group()).isZero();
        assertThat(identity.isRoot()).as("a group makes nobody root").isFalse();
    }

    @Test
    void allGroupsAreHadWhereThatIsAskedFor() throws Exception {
        accounts.everybodyHas(65534L, 27L);
        assertThat(identities.of(by("nobody", null), rules(null, false, true)).groups())
                .containsExactlyInAnyOrder(65534L, 27L);
    }

    @Test
    void scriptUserIsTheDefault() throws Exception {
        accounts.add("keepalived_script", 100, 100);
        Identity identity = identities.of(byDefault(), rules("nobody", false, false));
        assertThat(identity.account().name()).isEqualTo("nobody");
    }

    @Test
    void keepalivedScriptIsTheDefaultOfTheDefault() throws Exception {
        accounts.add("keepalived_script", 100, 101);
        Identity identity = identities.of(byDefault(), ScriptRules.DEFAULT);
        assertThat(identity.account().user()).isEqualTo(100);
        assertThat(identity.group()).isEqualTo(101);
    }

    @Test
    void withoutItTheDaemonsOwnUserRunsThem() throws Exception {
        assertThat(identities.of(byDefault(), ScriptRules.DEFAULT).isRoot()).isTrue();
    }

    @Test
    void aDaemonThatIsNotRootRunsThemAsItself() throws Exception {
        accounts.add("keepalived_script", 100, 100).runBy(1000);
        Identity identity = identities.of(byDefault(), rules(null, true, false));
        assertThat(identity.account().user()).isEqualTo(1000);
    }

    @Test
    void withSecurityNobodyRunsAsRootByAccident() {
        assertThatThrownBy(() -> identities.of(byDefault(), rules(null, true, false)))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "enable_script_security is set and there is no user keepalived_script:"
                                + " create it, or name another one by script_user");
    }

    @ParameterizedTest
    @CsvSource({
        "nosuch,, there is no user nosuch; a command with arguments stands in quotes",
        "nobody, nosuch, there is no group nosuch",
        "4711,, 'user 4711 has no entry in the user database, so its group must be named'",
    })
    void whoIsNotThereRunsNothing(String user, String group, String reason) {
        accounts.addWithoutGroup("4711", 4711);
        assertThatThrownBy(() -> identities.of(by(user, group), ScriptRules.DEFAULT))
                .isInstanceOf(RefusedException.class)
                .hasMessage(reason);
    }

    @Test
    void aMissingScriptUserIsNotReplacedByRoot() {
        assertThatThrownBy(() -> identities.of(byDefault(), rules("nosuch", false, false)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("there is no user nosuch");
    }
}
