package org.ninelives.launcher.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @Test
    void noOptionsRunEverythingInTheBackground() throws UsageException {
        CommandLine line = CommandLine.parse();

        assertThat(line.mode()).isEqualTo(Mode.RUN);
        assertThat(line.foreground()).isFalse();
        assertThat(line.console()).isFalse();
        assertThat(line.facility()).isEqualTo(Facility.DAEMON);
        assertThat(line.properties())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "ninelives.mode", "run",
                                "ninelives.log.detail", "0",
                                "ninelives.log.facility", "3",
                                "ninelives.subsystems", "all"));
    }

    @Test
    void bundledLettersAreReadOneByOneAndTheLastTakesTheRest() throws UsageException {
        CommandLine line = CommandLine.parse("-nlDS3");

        assertThat(line.foreground()).isTrue();
        assertThat(line.console()).isTrue();
        assertThat(line.detail()).isEqualTo(1);
        assertThat(line.facility()).isEqualTo(new Facility(19));
    }

    @ParameterizedTest
    @CsvSource({
        "-f, ninelives.config.file",
        "--use-file, ninelives.config.file",
        "-p, ninelives.pid.file",
        "--pid, ninelives.pid.file",
        "-r, ninelives.vrrp.pid.file",
        "--vrrp_pid, ninelives.vrrp.pid.file",
        "-c, ninelives.checkers.pid.file",
        "--checkers_pid, ninelives.checkers.pid.file",
        "-b, ninelives.bfd.pid.file",
        "--bfd_pid, ninelives.bfd.pid.file",
        "-i, ninelives.config.id",
        "--config-id, ninelives.config.id"
    })
    void aValueFollowsOrIsGlued(String option, String property) throws UsageException {
        String glued = option + (option.startsWith("--") ? "=" : "") + "x";

        assertThat(CommandLine.parse(option, "x").properties()).containsEntry(property, "x");
        assertThat(CommandLine.parse(glued).properties()).containsEntry(property, "x");
    }

    @ParameterizedTest
    @CsvSource({
        "-V, ninelives.release.vrrp, false",
        "--dont-release-vrrp, ninelives.release.vrrp, false",
        "-I, ninelives.release.ipvs, false",
        "--dont-release-ipvs, ninelives.release.ipvs, false",
        "-B, ninelives.bfd, false",
        "--no_bfd, ninelives.bfd, false",
        "-R, ninelives.respawn, false",
        "--dont-respawn, ninelives.respawn, false"
    })
    void anOptionWithoutValueIsAPropertyThatIsNotThereOtherwise(
            String option, String property, String value) throws UsageException {
        assertThat(CommandLine.parse(option).properties()).containsEntry(property, value);
        assertThat(CommandLine.parse().properties()).doesNotContainKey(property);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-X", "--release-vips"})
    void whatIsAlwaysDoneMayBeAskedFor(String option) throws UsageException {
        assertThat(CommandLine.parse(option).properties())
                .isEqualTo(CommandLine.parse().properties());
    }

    @Test
    void theFacilityIsToldToWhoeverElseLogs() throws UsageException {
        assertThat(CommandLine.parse("-S", "local2").properties())
                .containsEntry("ninelives.log.facility", "18");
    }

    @Test
    void aValueMayLookLikeAnOption() throws UsageException {
        assertThat(CommandLine.parse("-f", "-n").properties())
                .containsEntry("ninelives.config.file", "-n");
    }

    @Test
    void aLongNameMayBeCutWhereOnlyOneOptionIsLeft() throws UsageException {
        assertThat(CommandLine.parse("--dont-f").foreground()).isTrue();
        assertThat(CommandLine.parse("--use=x").properties())
                .containsEntry("ninelives.config.file", "x");
    }

    @Test
    void aCutNameOfSeveralOptionsIsRefusedWithAllOfThem() {
        assertUsage("option --config is ambiguous: --config-test --config-id", "--config");
    }

    @Test
    void aWholeNameThatStartsAnotherIsNotAmbiguous() throws UsageException {
        assertThat(CommandLine.parse("--vrrp").properties())
                .containsEntry("ninelives.subsystems", "vrrp");
    }

    @ParameterizedTest
    @CsvSource({"-P,vrrp", "-PP,vrrp", "-C,check", "-PC,all", "-CP,all"})
    void subsystemsAddUp(String option, String subsystems) throws UsageException {
        assertThat(CommandLine.parse(option).properties())
                .containsEntry("ninelives.subsystems", subsystems);
    }

    @ParameterizedTest
    @CsvSource({"-l,0", "-D,1", "-DD,2", "-DDD,2", "--log-detail,1"})
    void detailIsCountedUpToTwo(String option, int detail) throws UsageException {
        assertThat(CommandLine.parse(option).detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @CsvSource({"0,16", "7,23", "local0,16", "local7,23", "user,1", "daemon,3"})
    void facilitiesHaveTheCodesOfTheStandard(String text, int code) throws UsageException {
        assertThat(CommandLine.parse("-S", text).facility().code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "local8", "local", "kern", "", "07"})
    void anyOtherFacilityIsRefused(String text) {
        assertUsage(
                "log facility '" + text + "' is none of 0-7, local0-local7, user, daemon",
                "--log-facility=" + text);
    }

    @Test
    void theConfigurationToTestIsAWordOrTheFileOfF() throws UsageException {
        for (String[] arguments :
                new String[][] {
                    {"-t", "x.conf"},
                    {"x.conf", "-t"},
                    {"-t", "-f", "x.conf"},
                    {"-t", "--", "x.conf"}
                }) {
            CommandLine line = CommandLine.parse(arguments);
            assertThat(line.mode()).isEqualTo(Mode.CONFIG_TEST);
            assertThat(line.properties())
                    .containsEntry("ninelives.config.file", "x.conf")
                    .doesNotContainKey("ninelives.config.test.log");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tx.log", "-t=x.log", "--config-test=x.log"})
    void theLogOfATestIsGluedToTheOption(String option) throws UsageException {
        assertThat(CommandLine.parse(option, "-f", "x.conf").properties())
                .containsEntry("ninelives.config.test.log", "x.log")
                .containsEntry("ninelives.config.file", "x.conf");
    }

    @Test
    void aConfigurationToPrintIsNamedEitherWay() throws UsageException {
        assertThat(CommandLine.parse("--print-config", "x.conf").properties())
                .containsEntry("ninelives.mode", "print-config")
                .containsEntry("ninelives.config.file", "x.conf");
        assertThat(CommandLine.parse("--print-config=x.conf").properties())
                .containsEntry("ninelives.config.file", "x.conf");
    }

    @Test
    void theGrammarIsPrintedAsAListOrAManual() throws UsageException {
        assertThat(CommandLine.parse("--print-grammar=tsv").mode()).isEqualTo(Mode.PRINT_GRAMMAR);
        assertThat(CommandLine.parse("--print-grammar=man").mode()).isEqualTo(Mode.PRINT_MANUAL);
        assertUsage("--print-grammar: 'xml' is neither tsv nor man", "--print-grammar=xml");
    }

    @ParameterizedTest
    @CsvSource({
        "STOP,15",
        "RELOAD,1",
        "DATA,10",
        "STATS,12",
        "STATS_CLEAR,63",
        "JSON,36",
        "TDUMP,64"
    })
    void signalsHaveTheNumbersOfLinux(String name, int number) throws UsageException {
        assertThat(CommandLine.parse("--signum=" + name).signalNumber()).isEqualTo(number);
    }

    @Test
    void anUnknownSignalIsRefused() {
        assertUsage(
                "signal 'FOO' is none of STOP, RELOAD, DATA, STATS, STATS_CLEAR, JSON, TDUMP",
                "--signum",
                "FOO");
    }

    @Test
    void theDumpIsAskedForByD() throws UsageException {
        assertThat(CommandLine.parse("-d").properties()).containsEntry("ninelives.dump", "true");
    }

    @Test
    void helpAndVersionAnswerWhateverFollows() throws UsageException {
        assertThat(CommandLine.parse("-h", "nonsense").mode()).isEqualTo(Mode.HELP);
        assertThat(CommandLine.parse("-v", "nonsense").mode()).isEqualTo(Mode.VERSION);
    }

    @Test
    void aStrayWordIsRefused() {
        assertUsage("unexpected word 'x.conf'; a configuration file is named by -f", "x.conf");
        assertUsage("unexpected word 'b'; a configuration file is named by -f", "-t", "a", "b");
        assertUsage("unexpected word 'a'; a configuration file is named by -f", "-ft", "-t", "a");
    }

    @Test
    void anUnknownOptionIsRefusedWithAGuess() {
        assertUsage("unknown option -Z; see ninelived --help", "-nZ");
        assertUsage("unknown option --bogus; see ninelived --help", "--bogus");
        assertUsage(
                "unknown option --use-fiel; did you mean --use-file?; see ninelived --help",
                "--use-fiel");
    }

    @Test
    void aMissingOrSuperfluousValueIsRefused() {
        assertUsage("option -f needs a value", "-nf");
        assertUsage("option --use-file needs a value", "--use-file");
        assertUsage("option --dont-fork takes no value", "--dont-fork=yes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-nsblue", "--namespace=blue"})
    void aNetworkNamespaceIsNamed(String option) throws UsageException {
        CommandLine line = CommandLine.parse(option);

        assertThat(line.namespace()).contains("blue");
        assertThat(line.properties()).containsEntry("ninelives.namespace", "blue");
        assertThat(CommandLine.parse("-n").namespace()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--debug, --debug", "--no-mem-check, --no-mem-check"})
    void whatMeansNothingHereIsTakenAndToldLater(String option, String told) throws UsageException {
        assertThat(CommandLine.parse(option).withoutEffect()).containsExactly(told);
    }

    @Test
    void aCrashMayLeaveACoreDump() throws UsageException {
        assertThat(CommandLine.parse().coreDumps()).isFalse();
        assertThat(CommandLine.parse("-m").coreDumps()).isTrue();
        assertThat(CommandLine.parse("-m").corePattern()).isEmpty();
        assertThat(CommandLine.parse("-M").corePattern()).contains("core");
        assertThat(CommandLine.parse("-M/tmp/%p").corePattern()).contains("/tmp/%p");
        assertThat(CommandLine.parse("--core-dump-pattern=x").coreDumps()).isTrue();
        assertUsage(
                "core dump pattern '"
                        + "x".repeat(128)
                        + "' is longer than the 127 characters of"
                        + " the kernel",
                "-M" + "x".repeat(128));
    }

    @Test
    void theDaemonIsRecordedFromAMomentOn() throws UsageException {
        assertThat(CommandLine.parse().profiling()).isEmpty();
        assertThat(CommandLine.parse("--perf").profiling()).contains(Profiling.RUN);
        assertThat(CommandLine.parse("--perf=all").profiling()).contains(Profiling.ALL);
        assertThat(CommandLine.parse("--perf=run").profiling()).contains(Profiling.RUN);
        assertThat(CommandLine.parse("--perf=end").profiling()).contains(Profiling.END);
        assertUsage("--perf: 'now' is none of all, run, end", "--perf=now");
    }

    @Test
    void snmpIsForWhoeverServesIt() throws UsageException {
        assertThat(CommandLine.parse("-x", "-Aunix:/run/agentx").properties())
                .containsEntry("ninelives.snmp", "true")
                .containsEntry("ninelives.snmp.socket", "unix:/run/agentx");
        assertThat(CommandLine.parse("--snmp").withoutEffect()).isEmpty();
    }

    @Test
    void theLogMayGoToAFileAndNotToTheSystem() throws UsageException {
        assertThat(CommandLine.parse("-g").logFile()).contains(Path.of("/tmp/keepalived.log"));
        assertThat(CommandLine.parse("-gx.log").logFile()).contains(Path.of("x.log"));
        assertThat(CommandLine.parse("--log-file=x.log").logFile()).contains(Path.of("x.log"));
        assertThat(CommandLine.parse("--flush-log-file").logFile()).isEmpty();
        assertThat(CommandLine.parse("-G").systemLog()).isFalse();
        assertThat(CommandLine.parse().systemLog()).isTrue();
    }

    @Test
    void addressesAreToldAndCtrlCIgnoredWhenAskedFor() throws UsageException {
        assertThat(CommandLine.parse("-a").addresses()).isTrue();
        assertThat(CommandLine.parse().addresses()).isFalse();
        assertThat(CommandLine.parse("--ignore-sigint").interruptible()).isFalse();
        assertThat(CommandLine.parse().interruptible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"077,63", "0x3f,63", "18,18", "0,0"})
    void aMaskIsReadAsInC(String written, String mask) throws UsageException {
        assertThat(CommandLine.parse("-u", written).properties())
                .containsEntry("ninelives.umask", mask);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01000", "-1", "rw", ""})
    void anyOtherMaskIsRefused(String written) {
        assertUsage("umask '" + written + "' is not in 0..0777", "--umask=" + written);
    }

    @Test
    void everythingMayBeAskedForInSoManyWords() throws UsageException {
        assertThat(CommandLine.parse("-P", "--all").properties())
                .containsEntry("ninelives.subsystems", "all");
        assertThat(CommandLine.parse("-e").properties())
                .containsEntry("ninelives.config.include.all", "true");
    }

    @Test
    void aTestMayAnswerInJson() throws UsageException {
        assertThat(CommandLine.parse("-t", "--json", "--offline", "x.conf").properties())
                .containsEntry("ninelives.config.test.json", "true")
                .containsEntry("ninelives.config.file", "x.conf");
        assertUsage("option --json is one of --config-test", "--json");
        assertUsage("option --offline is one of --config-test", "-n", "--offline");
    }

    @Test
    void aCommandTakesAllThatFollowsAsItIs() throws UsageException {
        CommandLine line =
                CommandLine.parse("-D", "--check-once", "a b.conf", "-h", "--", "10.0.0.1:80");

        assertThat(line.mode()).isEqualTo(Mode.COMMAND);
        assertThat(line.detail()).isEqualTo(1);
        assertThat(line.properties())
                .containsEntry("ninelives.mode", "command")
                .containsEntry("ninelives.command", "check-once")
                .containsEntry("ninelives.command.arguments", "a b.conf\0-h\0--\00010.0.0.1:80");
    }

    @Test
    void aCommandMayComeWithoutWords() throws UsageException {
        assertThat(CommandLine.parse("-nT").properties())
                .containsEntry("ninelives.command", "genhash")
                .doesNotContainKey("ninelives.command.arguments");
        assertThat(CommandLine.parse("--migrate").properties())
                .containsEntry("ninelives.command", "migrate-check");
    }

    @Test
    void aCommandTakesNoValueBehindAnEqualsSign() {
        assertUsage("option --genhash takes no value", "--genhash=-s");
    }

    private static void assertUsage(String message, String... arguments) {
        assertThatThrownBy(() -> CommandLine.parse(arguments))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }
}
