package org.ninelives.lvs.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckSchedule;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.check.CheckerType;
import org.ninelives.config.grammar.BlockGrammar;

/** The checks of a real server, whoever provides them. */
class CheckersReaderTest {

    /** One whose author has made a mistake, or whose library is not there. */
    private record BrokenChecker(Supplier<BlockGrammar> words, Supplier<List<Check>> checks)
            implements CheckerType {

        @Override
        public String keyword() {
            return "BROKEN_CHECK";
        }

        @Override
        public String help() {
            return "a check that cannot be read";
        }

        @Override
        public BlockGrammar grammar() {
            return words.get();
        }

        @Override
        public List<Check> read(CheckerBlock block) {
            return checks.get();
        }
    }

    private static <T> Supplier<T> failing(RuntimeException failure) {
        return () -> {
            throw failure;
        };
    }

    private static <T> Supplier<T> failing(Error failure) {
        return () -> {
            throw failure;
        };
    }

    private static ConfigText of(String globals, String virtualServer, String realServer) {
        return ConfigText.of(text(globals, virtualServer, realServer));
    }

    private static String text(String globals, String virtualServer, String realServer) {
        return """
        global_defs {
        %s
        }
        virtual_server 10.0.0.1 80 {
        protocol TCP
        %s
        real_server 192.168.0.2 80 {
        %s
        }
        }
        """
                .formatted(globals, virtualServer, realServer);
    }

    private static Check.Probed probed(Check check) {
        return (Check.Probed) check;
    }

    private static Check.Probed only(ConfigText text) {
        return probed(text.realServer().checks().getFirst());
    }

    @Test
    void checksStandInTheOrderOfTheConfiguration() {
        ConfigText text =
                of(
                        "",
                        "",
                        "TCP_CHECK {\npath /1\n}\nHTTP_GET {\npath /2\n}\nTCP_CHECK {\npath /3\n}");

        assertThat(text.problems()).isEmpty();
        assertThat(text.realServer().checks())
                .extracting(check -> probed(check).method())
                .containsExactly(
                        new FakeChecker.Method("/1"),
                        new FakeChecker.Method("/2"),
                        new FakeChecker.Method("/3"));
    }

    @Test
    void whatACheckLeavesOpenIsSaidByTheServersAroundIt() {
        String outer =
                """
                delay_loop 10
                retry 4
                delay_before_retry 0.5
                warmup 0
                connect_timeout 0.7
                alpha
                """;
        CheckSchedule inherited = only(of("", outer, "TCP_CHECK { }")).schedule();
        CheckSchedule nearer =
                only(of("", outer, "delay_loop 3\nretry 0\nTCP_CHECK {\nconnect_timeout 9\n}"))
                        .schedule();

        assertThat(inherited)
                .isEqualTo(
                        new CheckSchedule(
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(10),
                                4,
                                Duration.ofMillis(500),
                                Duration.ZERO,
                                Duration.ofMillis(700),
                                Duration.ofMillis(700),
                                1));
        assertThat(nearer.delayLoop()).isEqualTo(Duration.ofSeconds(3));
        assertThat(nearer.retry()).isZero();
        assertThat(nearer.connectTimeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(nearer.delayBeforeRetry()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void alphaOfTheRealServerCountsBeforeThatOfTheVirtualServer() {
        assertThat(only(of("", "alpha", "TCP_CHECK { }")).alpha()).isTrue();
        assertThat(only(of("", "alpha", "alpha off\nTCP_CHECK { }")).alpha()).isFalse();
        assertThat(only(of("", "", "alpha\nTCP_CHECK { }")).alpha()).isTrue();
    }

    @Test
    void allFailuresAreLoggedWhereTheDaemonIsToldSo() {
        assertThat(only(of("checker_log_all_failures", "", "TCP_CHECK { }")).logAllFailures())
                .isTrue();
        assertThat(only(of("", "", "TCP_CHECK { }")).logAllFailures()).isFalse();
    }

    @Test
    void aCheckerThatIsNotInstalledIsSeenAndItsBlockIsNotMisread() {
        ConfigText text =
                of("", "", "REDIS_CHECK {\nweight 7\n}\nweight 3\nTCP_CHEK {\nretry 9\n}");

        assertThat(text.realServer().unknownCheckers()).containsExactly("REDIS_CHECK", "TCP_CHEK");
        assertThat(text.realServer().weight()).isEqualTo(3);
        assertThat(text.realServer().checks()).isEmpty();
        assertThat(text.problems())
                .containsExactly(
                        "ERROR test.conf:8: REDIS_CHECK: no checker of this name is installed"
                                + " (there are HTTP_GET, TCP_CHECK); its block is skipped, and the"
                                + " server counts as unchecked",
                        "ERROR test.conf:12: TCP_CHEK: no checker of this name is installed (did"
                            + " you mean 'TCP_CHECK'?); its block is skipped, and the server counts"
                            + " as unchecked");
    }

    @Test
    void withoutAnyCheckerEveryOneIsMissed() {
        ConfigText text = ConfigText.of(text("", "", "REDIS_CHECK { }"), List.of());

        assertThat(text.realServer().unknownCheckers()).containsExactly("REDIS_CHECK");
        assertThat(text.problems()).singleElement().asString().contains("(there is none);");
    }

    @Test
    void aCheckerOfTheProductThatWasLeftOutIsNamed() {
        ConfigText text = ConfigText.of(text("", "", "DNS_CHECK { }"), List.of());

        assertThat(text.problems())
                .singleElement()
                .asString()
                .contains(
                        "(put the .jar of org.ninelives.check.dns back into the folder bundles);");
    }

    @Test
    void aCheckerThatIsInstalledLaterIsKnownThen() {
        String written = text("", "", "REDIS_CHECK {\npath /1\n}");

        ConfigText text = ConfigText.of(written, List.of(new FakeChecker("REDIS_CHECK")));

        assertThat(text.problems()).isEmpty();
        assertThat(text.realServer().unknownCheckers()).isEmpty();
        assertThat(only(text).keyword()).isEqualTo("REDIS_CHECK");
    }

    static Stream<Arguments> brokenReaders() {
        return Stream.of(
                Arguments.of(failing(new IllegalStateException("oh")), "IllegalStateException: oh"),
                Arguments.of(failing(new NoClassDefFoundError("a/B")), "NoClassDefFoundError: a/B"),
                Arguments.of((Supplier<List<Check>>) () -> null, "NullPointerException"),
                Arguments.of(
                        (Supplier<List<Check>>) () -> Arrays.asList((Check) null),
                        "NullPointerException"));
    }

    @ParameterizedTest
    @MethodSource("brokenReaders")
    void aCheckerThatCannotReadItsBlockHarmsNoOther(Supplier<List<Check>> checks, String failure) {
        ConfigText text = withBroken(new BrokenChecker(BlockGrammar::none, checks));

        assertThat(text.problems())
                .singleElement()
                .asString()
                .startsWith("ERROR test.conf:8: BROKEN_CHECK: its checker is broken: java.lang.")
                .contains(failure)
                .endsWith("and the server counts as unchecked");
    }

    @Test
    void aCheckerWithoutAGrammarHarmsNoOther() {
        ConfigText text =
                withBroken(new BrokenChecker(failing(new NoClassDefFoundError("a/B")), List::of));

        assertThat(text.problems())
                .containsExactly(
                        "ERROR test.conf:8: BROKEN_CHECK: its checker is broken:"
                                + " java.lang.NoClassDefFoundError: a/B; its block is skipped, and"
                                + " the server counts as unchecked");
    }

    private static ConfigText withBroken(CheckerType broken) {
        ConfigText text =
                ConfigText.of(
                        text("", "", "BROKEN_CHECK { }\nTCP_CHECK { }"),
                        List.of(broken, new FakeChecker("TCP_CHECK")));
        assertThat(text.realServer().unknownCheckers()).containsExactly("BROKEN_CHECK");
        assertThat(text.realServer().checks()).hasSize(1);
        return text;
    }

    @Test
    void aCheckerCannotTakeAKeywordOfTheServerOrOfAnother() {
        ConfigText text =
                ConfigText.of(
                        text("", "", "weight 3\nTCP_CHECK {\npath /1\n}"),
                        List.of(
                                new FakeChecker("weight"),
                                new FakeChecker("TCP_CHECK"),
                                new BrokenChecker(BlockGrammar::none, List::of),
                                new FakeChecker("BROKEN_CHECK")));

        assertThat(text.problems()).isEmpty();
        assertThat(text.realServer().weight()).isEqualTo(3);
        assertThat(only(text).method()).isEqualTo(new FakeChecker.Method("/1"));
    }

    @Test
    void nbGetRetryOfTutorialsIsOneNoteInCheckersThatDoNotKnowIt() {
        ConfigText text = of("", "", "TCP_CHECK {\nnb_get_retry 3\n}");

        assertThat(only(text).schedule().retry()).isEqualTo(1);
        assertThat(text.problems())
                .containsExactly(
                        "NOTE test.conf:9: nb_get_retry: has no effect here; write retry for"
                                + " further tries before the check has failed");
    }
}
