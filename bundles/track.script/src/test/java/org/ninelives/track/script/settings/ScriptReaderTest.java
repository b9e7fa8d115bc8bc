package org.ninelives.track.script.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.ScriptUser;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.config.Position;
import org.ninelives.config.Problem;
import org.ninelives.config.Problems;
import org.ninelives.config.Statement;
import org.ninelives.config.grammar.GrammarReader;
import org.ninelives.config.grammar.Values;
import org.ninelives.track.script.core.ScriptTiming;

final class ScriptReaderTest {

    private static final ScriptRules SECURE = new ScriptRules(Optional.empty(), true, false, false);

    private final Problems problems = new Problems();
    private final List<Statement> blocks = new ArrayList<>();

    private static Position line(int number) {
        return new Position("k.conf", number);
    }

    private ScriptReaderTest block(String name, String... lines) {
        int first = blocks.size() * 10 + 1;
        List<Statement> body = new ArrayList<>();
        for (String text : lines) {
            body.add(Statement.line(line(first + body.size() + 1), text));
        }
        blocks.add(Statement.block(line(first), "vrrp_script " + name, body));
        return this;
    }

    private Values root() {
        return new GrammarReader(problems).read(line(1), blocks, ScriptReader.ROOT);
    }

    private Map<String, ScriptSettings> read() {
        return ScriptReader.read(root(), SECURE, problems);
    }

    private List<String> complaints() {
        return problems.all().stream().map(Problem::toString).toList();
    }

    @Test
    void whatIsNotSaidIsAsInKeepalived() {
        block("chk", "script /etc/chk.sh");
        assertThat(read().get("chk"))
                .isEqualTo(
                        new ScriptSettings(
                                "chk",
                                new Script(List.of("/etc/chk.sh"), Optional.empty()),
                                new ScriptTiming(1_000_000_000L, 1, 1, false),
                                Duration.ofSeconds(1)));
        assertThat(ScriptReader.definitions(root()))
                .containsExactly(new TrackerDefinition("chk", 0, false, line(1)));
        assertThat(complaints()).isEmpty();
    }

    @Test
    void everythingSaidCounts() {
        block(
                "chk",
                "script \"/etc/chk.sh -a 'b c'\"",
                "interval 2.5",
                "timeout 0.5",
                "weight -20 reverse",
                "rise 3",
                "fall 2",
                "user nobody nogroup",
                "init_fail");
        assertThat(read().get("chk"))
                .isEqualTo(
                        new ScriptSettings(
                                "chk",
                                new Script(
                                        List.of("/etc/chk.sh", "-a", "b c"),
                                        Optional.of(
                                                new ScriptUser("nobody", Optional.of("nogroup")))),
                                new ScriptTiming(2_500_000_000L, 3, 2, true),
                                Duration.ofMillis(500)));
        assertThat(ScriptReader.definitions(root()))
                .containsExactly(new TrackerDefinition("chk", -20, true, line(1)));
        assertThat(complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"timeout 0, interval 3, 3", "interval 0, timeout 0, 1"})
    void zeroMeansTheDefault(String first, String second, int seconds) {
        block("chk", "script /c", first, second);
        assertThat(read().get("chk").timeout()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interval 0.0001",
                "interval -1",
                "interval soon",
                "timeout -1",
                "rise 0",
                "fall 0",
                "fall many",
                "weight 255",
                "weight heavy",
                "user",
                "user a b c",
                "script",
                "init_fail now",
                "nosuch"
            })
    void whatMeansNothingIsReportedWithItsLine(String wrong) {
        block("chk", "script /c", wrong);
        assertThat(read()).containsKey("chk");
        assertThat(complaints()).singleElement().asString().startsWith("k.conf:3: ");
    }

    @Test
    void aWeightThatIsTooLargeBecomesTheLargest() {
        block("chk", "script /c", "weight -254");
        assertThat(ScriptReader.definitions(root()).getFirst().weight()).isEqualTo(-253);
        assertThat(complaints()).containsExactly("k.conf:3: weight: weight -254 becomes -253");
    }

    @Test
    void withoutAScriptThereIsNothingToTrackButTheNameIsKnown() {
        block("chk", "interval 1");
        assertThat(read()).isEmpty();
        assertThat(complaints())
                .containsExactly(
                        "k.conf:1: script: is missing in vrrp_script chk, which is not tracked;"
                                + " write script and its command");
        assertThat(ScriptReader.definitions(root())).hasSize(1);
    }

    @Test
    void ofTwoOfOneNameTheFirstCounts() {
        block("chk", "script /first").block("chk", "script /second");
        assertThat(read().get("chk").script().path()).isEqualTo("/first");
        assertThat(ScriptReader.definitions(root())).hasSize(1);
        assertThat(complaints())
                .containsExactly(
                        "k.conf:11: vrrp_script: chk is already defined at k.conf:1; this block is"
                                + " skipped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"/usr/bin/killall -0 nginx\"",
                "\"killall -0 nginx\"",
                "\"/bin/pidof haproxy\"",
                "\"/bin/sh -c 'kill -0 $(cat /run/x.pid)'\"",
                "\"pgrep nginx\""
            })
    void aTestForAProcessGetsAHint(String command) {
        block("chk", "script " + command);
        assertThat(read()).hasSize(1);
        assertThat(complaints())
                .containsExactly(
                        "k.conf:2: script: asks whether a process is there; vrrp_track_process"
                                + " tells that at once and starts nothing for it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"/etc/kill -09\"", "/opt/pidofx", "\"killall nginx\""})
    void otherCommandsGetNone(String command) {
        block("chk", "script " + command);
        assertThat(read()).hasSize(1);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void aTimeoutBeyondTheIntervalGetsAHint() {
        block("chk", "script /c", "interval 1", "timeout 5");
        assertThat(read()).hasSize(1);
        assertThat(complaints())
                .singleElement()
                .asString()
                .startsWith("k.conf:4: timeout: is long");
    }

    @Test
    void scriptsWithoutScriptSecurityAreToldOnce() {
        block("a", "script /a").block("b", "script /b");
        ScriptReader.read(root(), ScriptRules.DEFAULT, problems);
        assertThat(problems.all())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.SCRIPT_SECURITY);
    }
}
