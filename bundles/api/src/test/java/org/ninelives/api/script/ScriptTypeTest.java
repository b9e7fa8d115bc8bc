package org.ninelives.api.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.config.Position;
import org.ninelives.config.Problem;
import org.ninelives.config.Problems;
import org.ninelives.config.Severity;
import org.ninelives.config.Statement;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.GrammarReader;
import org.ninelives.config.grammar.Keyword;

final class ScriptTypeTest {

    private static final Position LINE = new Position("keepalived.conf", 1);

    private final Problems problems = new Problems();

    private <T> Optional<T> read(ArgumentType<T> type, String words) {
        Keyword<Optional<T>> keyword = Keyword.optional("notify", type, "");
        return new GrammarReader(problems)
                .read(
                        LINE,
                        List.of(Statement.line(LINE, ("notify " + words).strip())),
                        BlockGrammar.of(keyword))
                .get(keyword);
    }

    private List<String> complaints() {
        return problems.all().stream().map(Problem::message).toList();
    }

    @Test
    void aCommandInQuotesIsCutIntoWordsOnceMore() {
        assertThat(read(new ScriptType(), "\"/etc/notify.sh master 'two words'\""))
                .contains(
                        new Script(
                                List.of("/etc/notify.sh", "master", "two words"),
                                Optional.empty()));
        assertThat(complaints()).isEmpty();
    }

    @Test
    void escapedQuotesWithinTheCommandKeepTheirWordsTogether() {
        assertThat(read(new ScriptType(), "\"/bin/echo \\\"a b\\\" c\"").orElseThrow().words())
                .containsExactly("/bin/echo", "a b", "c");
    }

    @ParameterizedTest
    @CsvSource({"/n.sh nobody nogroup", "/n.sh nobody:nogroup", "'\"/n.sh\" \"nobody\" nogroup'"})
    void userAndGroupFollowTheCommand(String words) {
        assertThat(read(new ScriptType(), words))
                .contains(
                        new Script(
                                List.of("/n.sh"),
                                Optional.of(new ScriptUser("nobody", Optional.of("nogroup")))));
    }

    @Test
    void whatFollowsTheGroupIsLeftOutWithAdvice() {
        assertThat(read(new ScriptType(), "/n.sh nobody nogroup master").orElseThrow().user())
                .contains(new ScriptUser("nobody", Optional.of("nogroup")));
        assertThat(complaints())
                .containsExactly(
                        "master is left out: only a user and a group follow a command; put a"
                                + " command with arguments in quotes");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``,                    a command is missing",
                "\"\",                  a command is needed",
                "\"  \",                a command is needed",
                "\"/n.sh,               a double quote is not closed",
                "/n.sh nobody:,         a user or group without a name",
                "/n.sh :wheel,          a user or group without a name",
                "/n.sh a:b c,           `a:b names a group already, so c is too much`",
            })
    void whatIsNoCommandIsRefused(String words, String reason) {
        assertThat(read(new ScriptType(), words)).isEmpty();
        assertThat(complaints()).singleElement().asString().contains(reason);
    }

    @Test
    void aCommandWithoutUserTakesWhatIsQuotedAndLeavesTheRest() {
        assertThat(read(new CommandType(), "\"/usr/bin/killall -0 nginx\""))
                .contains(List.of("/usr/bin/killall", "-0", "nginx"));
        assertThat(complaints()).isEmpty();

        assertThat(read(new CommandType(), "/usr/bin/killall -0 nginx"))
                .contains(List.of("/usr/bin/killall"));
        assertThat(complaints())
                .containsExactly(
                        "-0 stands outside of the command and is left out; put a command with"
                                + " arguments in quotes");
    }

    @ParameterizedTest
    @CsvSource({"'',a command is missing", "'\"\"',a command is missing"})
    void aCommandIsNeeded(String words, String reason) {
        assertThat(read(new CommandType(), words)).isEmpty();
        assertThat(complaints()).singleElement().asString().contains(reason);
    }

    @ParameterizedTest
    @CsvSource({"nobody, nobody", "nobody nogroup, nobody:nogroup", "65534:65533, 65534:65533"})
    void aUserMayBringItsGroup(String words, String user) {
        assertThat(read(new ScriptUserType(), words).orElseThrow()).hasToString(user);
    }

    @Test
    void aUserIsNeeded() {
        assertThat(read(new ScriptUserType(), "")).isEmpty();
        assertThat(complaints()).singleElement().asString().contains("a user is missing");
    }

    @Test
    void theMissingSecurityIsToldOnceInAConfiguration() {
        ScriptRules.DEFAULT.warnIfInsecure(problems, LINE, "vrrp_script");
        ScriptRules.DEFAULT.warnIfInsecure(problems, LINE, "notify");

        assertThat(problems.all())
                .containsExactly(
                        new Problem(
                                Severity.WARNING,
                                Problem.Kind.SCRIPT_SECURITY,
                                LINE,
                                "vrrp_script",
                                "SECURITY VIOLATION - scripts are being executed but"
                                        + " script_security not enabled."));
    }

    @Test
    void globalDefsTellTheRules() {
        var globalDefs =
                new GrammarReader(problems)
                        .read(
                                LINE,
                                List.of(
                                        Statement.line(LINE, "script_user root"),
                                        Statement.line(LINE, "enable_script_security"),
                                        Statement.line(LINE, "use_symlink_paths on"),
                                        Statement.line(LINE, "set_supplementary_groups")),
                                BlockGrammar.of(ScriptKeywords.ALL));
        ScriptRules rules = ScriptRules.of(globalDefs);

        assertThat(rules)
                .isEqualTo(
                        new ScriptRules(
                                Optional.of(new ScriptUser("root", Optional.empty())),
                                true,
                                true,
                                true));
        rules.warnIfInsecure(problems, LINE, "notify");
        assertThat(problems.all()).isEmpty();
    }
}
