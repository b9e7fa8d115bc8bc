package org.ninelives.script.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.ScriptUser;

final class InspectorTest {

    private static final ScriptRules SECURE_ROOT =
            new ScriptRules(
                    Optional.of(new ScriptUser("root", Optional.empty())), true, false, false);

    private final Inspector inspector = new Inspector(new FakeAccounts());
    private Path script;

    @BeforeEach
    void makeScript(@TempDir Path folder) throws Exception {
        script = Files.writeString(folder.toRealPath().resolve("chk.sh"), "#!/bin/sh\n");
        permit(script, "rwxr-xr-x");
    }

    private static void permit(Path path, String permissions) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static Script script(String... words) {
        return new Script(List.of(words), Optional.empty());
    }

    private void refused(Script script, ScriptRules rules, String reason) {
        assertThatThrownBy(() -> inspector.inspect(script, rules))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aScriptIsRunByItsRealPath() throws Exception {
        Path link = Files.createSymbolicLink(script.resolveSibling("link"), script);
        RunnableScript found =
                inspector.inspect(script(link.toString(), "a", ""), ScriptRules.DEFAULT);
        assertThat(found.words()).containsExactly(script.toString(), "a", "");
        assertThat(found.doubts()).isEmpty();
    }

    @Test
    void linksAreKeptWhereThatIsAskedFor() throws Exception {
        Path link = Files.createSymbolicLink(script.resolveSibling("link"), script);
        ScriptRules keeping = new ScriptRules(Optional.empty(), false, true, false);
        assertThat(inspector.inspect(script(link.toString()), keeping).words())
                .containsExactly(link.toString());
    }

    @Test
    void aBareNameIsLookedUpWithADoubt() throws Exception {
        RunnableScript found = inspector.inspect(script("sh", "-c", "true"), ScriptRules.DEFAULT);
        assertThat(Path.of(found.words().getFirst())).isAbsolute().isExecutable();
        assertThat(found.doubts())
                .singleElement()
                .asString()
                .startsWith("sh was found as /")
                .endsWith("/sh; write the full path");
    }

    @Test
    void whatIsNoProgramIsRefused() {
        refused(script("no-such-program"), ScriptRules.DEFAULT, "there is no program no-such-pro");
        refused(script("./chk.sh"), ScriptRules.DEFAULT, "the path ./chk.sh is relative");
        refused(script("a\0b"), ScriptRules.DEFAULT, "is no path");
        refused(script("/no/such"), ScriptRules.DEFAULT, "/no/such does not exist");
        refused(script("/etc"), ScriptRules.DEFAULT, "/etc is no regular file");
        refused(script("/dev/null"), ScriptRules.DEFAULT, "/dev/null is no regular file");
    }

    @Test
    void whatItsUserMayNotExecuteIsRefused() throws Exception {
        permit(script, "rw-r--r--");
        refused(
                script(script.toString()),
                ScriptRules.DEFAULT,
                "user 0 may not execute " + script + " (mode 0644)");

        permit(script, "rwx------");
        Script byNobody =
                new Script(
                        List.of(script.toString()),
                        Optional.of(new ScriptUser("nobody", Optional.empty())));
        permit(script.getParent(), "rwx------");
        refused(byNobody, ScriptRules.DEFAULT, "user nobody may not search " + script.getParent());
    }

    @Test
    void rootRunsNothingThatOthersCanChange() {
        // Every temporary folder is below one that everybody may write to.
        refused(
                script(script.toString()),
                SECURE_ROOT,
                "so that others than root decide what is run as root; enable_script_security"
                        + " forbids that");
    }

    @Test
    void othersMayRunWhatTheyCanChange() throws Exception {
        ScriptRules secureNobody =
                new ScriptRules(
                        Optional.of(new ScriptUser("nobody", Optional.empty())),
                        true,
                        false,
                        false);
        permit(script.getParent(), "rwxr-xr-x");
        assertThat(inspector.inspect(script(script.toString()), secureNobody).identity().isRoot())
                .isFalse();
    }

    @Test
    void rootRunsWhatOnlyRootCanChange() throws Exception {
        RunnableScript found = inspector.inspect(script("/bin/sh"), SECURE_ROOT);
        assertThat(found.words()).containsExactly(Path.of("/bin/sh").toRealPath().toString());
    }

    @Test
    void aReadTestIsLeftToTheShellWithTheNameAsArgument() throws Exception {
        assertThat(inspector.inspect(script("</run/a;b"), SECURE_ROOT).words())
                .containsExactly("/bin/sh", "-c", "<\"$1\"", "sh", "/run/a;b");
    }
}
