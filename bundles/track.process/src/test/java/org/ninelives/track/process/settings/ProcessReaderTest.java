package org.ninelives.track.process.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.config.Position;
import org.ninelives.testkit.ConfigurationText;
import org.ninelives.track.process.core.ParameterMatch;
import org.ninelives.track.process.core.ProcessPattern;
import org.ninelives.track.process.core.ProcessSettings;

/** What is read from {@code vrrp_track_process} and the keywords beside it. */
class ProcessReaderTest {

    private static final ProcessPattern NGINX = new ProcessPattern.Name("nginx");

    @Test
    void aNameIsEnough() {
        Reading reading = track("process nginx");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.only())
                .isEqualTo(new ProcessSettings("web", NGINX, 1, ProcessSettings.UNLIMITED, 0, 0));
        assertThat(reading.definitions())
                .containsExactly(
                        new TrackerDefinition("web", 0, false, new Position("test.conf", 1)));
    }

    @Test
    void allKeywordsTogether() {
        Reading reading =
                track(
                        """
                        process "/opt/my app" -c "a b"
                        param_match initial
                        weight -20 reverse
                        quorum 2
                        quorum_max 5
                        delay 1.5
                        fork_delay 0.25
                        full_command
                        """);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.only())
                .isEqualTo(
                        new ProcessSettings(
                                "web",
                                new ProcessPattern.Command(
                                        "/opt/my app",
                                        List.of("-c", "a b"),
                                        ParameterMatch.INITIAL),
                                2,
                                5,
                                250_000_000,
                                1_500_000_000));
        assertThat(reading.definitions())
                .containsExactly(
                        new TrackerDefinition("web", -20, true, new Position("test.conf", 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "process nginx -g x, EXACT",
        "process nginx ; full_command, NONE",
        "process nginx ; param_match, EXACT",
        "process nginx -g ; param_match partial, PARTIAL",
        "process nginx ; param_match initial, INITIAL"
    })
    void whatIsComparedOfACommandLine(String lines, ParameterMatch match) {
        assertThat(track(lines.replace(" ; ", "\n")).only().pattern())
                .isInstanceOfSatisfying(
                        ProcessPattern.Command.class,
                        command -> assertThat(command.match()).isEqualTo(match));
    }

    @ParameterizedTest
    @CsvSource({"/usr/sbin/nginx, nginx", "a-name-of-16-byt, a-name-of-16-by"})
    void whatIsNotComparedIsTold(String program, String name) {
        Reading reading = track("process " + program);
        assertThat(reading.only().pattern()).isEqualTo(new ProcessPattern.Name(name));
        assertThat(reading.problems())
                .singleElement()
                .asString()
                .startsWith("NOTE test.conf:2: process: counts each process of the name " + name)
                .contains("full_command", program);
    }

    @Test
    void noneMayRun() {
        assertThat(track("process corosync\nquorum_max 0").only())
                .matches(settings -> settings.quorum() == 0 && settings.quorumMax() == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "quorum 0, quorum: 0 is not in 1..65535",
        "quorum 65536, quorum: 65536 is not in 1..65535",
        "quorum_max 65536, quorum_max: 65536 is not in 0..65535",
        "quorum 3 ; quorum_max 2, quorum_max: 2 is below quorum 3 and is ignored",
        "quorum 2 ; quorum_max 0, quorum_max: 0 is below quorum 2 and is ignored",
        "delay 0, delay: 0 is not in 0.000001..3600 seconds",
        "fork_delay 3601, fork_delay: 3601 is not in 0.000001..3600 seconds",
        "terminate_delay soon, terminate_delay: soon is not a decimal number",
        "weight 255, weight: 255 is not in -254..254",
        "weight 254, weight: weight 254 becomes 253",
        "weight 2 backwards, is too much and ignored",
        "param_match exact, param_match: exact is none of initial|partial"
    })
    void whatIsWrongIsSaidAndTheRestHolds(String lines, String complaint) {
        Reading reading = track("process nginx\n" + lines.replace(" ; ", "\n"));
        assertThat(reading.problems()).anyMatch(problem -> problem.contains(complaint));
        assertThat(reading.only().pattern()).isEqualTo(NGINX);
    }

    @Test
    void aQuorumMaxBelowTheQuorumIsNone() {
        assertThat(track("process nginx\nquorum 3\nquorum_max 2").only().quorumMax())
                .isEqualTo(ProcessSettings.UNLIMITED);
    }

    @ParameterizedTest
    @CsvSource({"quorum 2", "process", "process \"\"", "process /usr/sbin/"})
    void withoutAProcessItIsDefinedButNotTracked(String lines) {
        Reading reading = track(lines);
        assertThat(reading.configuration().trackers()).isEmpty();
        assertThat(reading.definitions()).hasSize(1);
        assertThat(reading.problems())
                .anyMatch(
                        problem ->
                                problem.contains(
                                        "process: is missing in vrrp_track_process web, which is"
                                                + " not tracked"));
    }

    @Test
    void theFirstOfTwoOfOneNameCounts() {
        Reading reading =
                Reading.of(
                        """
                        vrrp_track_process web {
                          process nginx
                        }
                        vrrp_track_process web {
                          process apache2
                          weight 3
                        }
                        """);
        assertThat(reading.only().pattern()).isEqualTo(NGINX);
        assertThat(reading.definitions()).singleElement().matches(d -> d.weight() == 0);
        assertThat(reading.problems())
                .containsExactly(
                        "ERROR test.conf:4: vrrp_track_process: web is already defined at"
                                + " test.conf:1; this block is skipped");
    }

    @Test
    void theReceiveBufferIsForcedByDefaultOnly() {
        assertThat(Reading.of("").configuration()).isEqualTo(ProcessConfiguration.NONE);
        ProcessConfiguration given =
                Reading.of("global_defs {\nprocess_monitor_rcv_bufs 500000\n}").configuration();
        assertThat(given.receiveBytes()).isEqualTo(OptionalInt.of(500_000));
        assertThat(given.receiveForced()).isFalse();
        assertThat(
                        Reading.of(
                                        "global_defs {\nprocess_monitor_rcv_bufs 500000\n"
                                                + "process_monitor_rcv_bufs_force on\n}")
                                .configuration()
                                .receiveForced())
                .isTrue();
    }

    private static Reading track(String lines) {
        return Reading.of("vrrp_track_process web {\n" + lines + "\n}\n");
    }

    private record Reading(
            ProcessConfiguration configuration,
            List<TrackerDefinition> definitions,
            List<String> problems) {

        static Reading of(String text) {
            ConfigurationText read =
                    ConfigurationText.of(text, ProcessReader.ROOT, ProcessReader.GLOBAL_DEFS);
            ProcessConfiguration configuration =
                    ProcessReader.read(read.root(), read.globalDefs(), read.problems());
            return new Reading(configuration, ProcessReader.definitions(read.root()), read.lines());
        }

        ProcessSettings only() {
            assertThat(configuration.trackers()).hasSize(1);
            return configuration.trackers().get("web");
        }
    }
}
