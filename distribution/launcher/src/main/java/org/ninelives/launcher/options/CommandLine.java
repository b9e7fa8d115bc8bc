package org.ninelives.launcher.options;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the operator asked for. */
public final class CommandLine {

    private static final int UMASK_MAX = 0777;
    private static final String LOG_FILE = "/tmp/keepalived.log";
    private static final String CORE_PATTERN = "core";

    /** What the kernel keeps of one, CORENAME_MAX_SIZE of include/linux/coredump.h. */
    private static final int CORE_PATTERN_MAX = 127;

    private final Map<String, String> properties = new HashMap<>();
    private final List<String> withoutEffect = new ArrayList<>();
    private Optional<Path> logFile = Optional.empty();
    private Optional<String> corePattern = Optional.empty();
    private Optional<Profiling> profiling = Optional.empty();
    private boolean coreDumps;
    private boolean systemLog = true;
    private boolean addresses;
    private boolean interruptible = true;
    private Mode mode = Mode.RUN;
    private Facility facility = Facility.DAEMON;
    private boolean foreground;
    private boolean console;
    private int detail;
    private int signalNumber;

    private CommandLine() {}

    /**
     * Understands the arguments.
     *
     * @throws UsageException at the first thing that cannot be followed
     */
    public static CommandLine parse(String... arguments) throws UsageException {
        CommandLine line = new CommandLine();
        Options options = Options.read(arguments);
        for (Options.Given given : options.given()) {
            line.take(given.option(), given.value());
            if (line.answersAtOnce()) {
                return line;
            }
        }
        line.takeWords(options.words());
        line.checkTestWords();
        line.properties.put("ninelives.mode", line.mode.text());
        line.properties.put("ninelives.log.detail", Integer.toString(line.detail));
        line.properties.put("ninelives.log.facility", Integer.toString(line.facility.code()));
        line.properties.putIfAbsent("ninelives.subsystems", "all");
        return line;
    }

    public Mode mode() {
        return mode;
    }

    /** The framework properties that come from options, for the bundles to read. */
    public Map<String, String> properties() {
        return properties;
    }

    /** Whether the daemon stays the process that was started. */
    public boolean foreground() {
        return foreground;
    }

    /** Whether log lines are wanted on standard error. */
    public boolean console() {
        return console;
    }

    public Facility facility() {
        return facility;
    }

    /** The network namespace to run in, by its name in ip-netns(8). */
    public Optional<String> namespace() {
        return Optional.ofNullable(properties.get("ninelives.namespace"));
    }

    /** The file that log lines are added to as well. */
    public Optional<Path> logFile() {
        return logFile;
    }

    /** Whether log lines go to the system log. */
    public boolean systemLog() {
        return systemLog;
    }

    /** Whether every address that comes or goes is logged. */
    public boolean addresses() {
        return addresses;
    }

    /** Whether SIGINT stops the daemon. */
    public boolean interruptible() {
        return interruptible;
    }

    /** Whether a crash leaves a core dump. */
    public boolean coreDumps() {
        return coreDumps;
    }

    /** How all core dumps of the machine are named meanwhile, as in core(5). */
    public Optional<String> corePattern() {
        return corePattern;
    }

    /** From when on the daemon is recorded. */
    public Optional<Profiling> profiling() {
        return profiling;
    }

    /** Options that were given and mean nothing to this program, as their long names. */
    public List<String> withoutEffect() {
        return withoutEffect;
    }

    /** 0, or 1 for detailed log lines, or 2 for extra detail. */
    public int detail() {
        return detail;
    }

    /** What {@code --signum} prints. */
    public int signalNumber() {
        return signalNumber;
    }

    private boolean answersAtOnce() {
        return mode == Mode.HELP || mode == Mode.VERSION || mode == Mode.SIGNUM;
    }

    private void take(Option option, String value) throws UsageException {
        switch (option) {
            case USE_FILE -> properties.put("ninelives.config.file", value);
            case CONFIG_TEST -> takeConfigTest(value);
            case DONT_FORK -> foreground = true;
            case LOG_CONSOLE -> console = true;
            case LOG_DETAIL -> detail = Math.min(2, detail + 1);
            case LOG_FACILITY -> facility = Facility.of(value);
            case DUMP_CONF -> properties.put("ninelives.dump", "true");
            case PID -> properties.put("ninelives.pid.file", value);
            case VRRP_PID -> properties.put("ninelives.vrrp.pid.file", value);
            case CHECKERS_PID -> properties.put("ninelives.checkers.pid.file", value);
            case BFD_PID -> properties.put("ninelives.bfd.pid.file", value);
            case VRRP -> takeSubsystem("vrrp");
            case CHECK -> takeSubsystem("check");
            case NO_BFD -> properties.put("ninelives.bfd", "false");
            case DONT_RELEASE_VRRP -> properties.put("ninelives.release.vrrp", "false");
            case DONT_RELEASE_IPVS -> properties.put("ninelives.release.ipvs", "false");
            case RELEASE_VIPS -> {} // What it asks for is always done.
            case DONT_RESPAWN -> properties.put("ninelives.respawn", "false");
            case CONFIG_ID -> properties.put("ninelives.config.id", value);
            case SIGNUM -> {
                mode = Mode.SIGNUM;
                signalNumber = SignalNumber.of(value);
            }
            case VERSION -> mode = Mode.VERSION;
            case HELP -> mode = Mode.HELP;
            case PRINT_GRAMMAR -> takePrintGrammar(value);
            case CHECK_ONCE, MIGRATE_CHECK, GENHASH -> {
                mode = Mode.COMMAND;
                properties.put("ninelives.command", option.longName());
            }
            case PRINT_CONFIG -> {
                mode = Mode.PRINT_CONFIG;
                if (!value.isEmpty()) {
                    properties.put("ninelives.config.file", value);
                }
            }
            case JSON -> properties.put("ninelives.config.test.json", "true");
            case OFFLINE -> properties.put("ninelives.config.test.offline", "true");
            case ALL -> properties.put("ninelives.subsystems", "all");
            case LOG_FILE -> logFile = Optional.of(Path.of(value.isEmpty() ? LOG_FILE : value));
            case FLUSH_LOG_FILE -> {} // Each line is written at once.
            case NO_SYSLOG -> systemLog = false;
            case UMASK -> takeUmask(value);
            case ADDRESS_MONITORING -> addresses = true;
            case ALL_CONFIG -> properties.put("ninelives.config.include.all", "true");
            case IGNORE_SIGINT -> interruptible = false;
            case SNMP -> properties.put("ninelives.snmp", "true");
            case SNMP_AGENT_SOCKET -> properties.put("ninelives.snmp.socket", value);
            case CORE_DUMP -> coreDumps = true;
            case CORE_DUMP_PATTERN -> takeCorePattern(value);
            case PERF -> profiling = Optional.of(Profiling.of(value));
            case DEBUG, NO_MEM_CHECK -> withoutEffect.add("--" + option.longName());
            case NAMESPACE -> properties.put("ninelives.namespace", value);
        }
    }

    /** keepalived passes {@code -t=FILE} on with its equals sign; nobody means it. */
    private void takeConfigTest(String value) {
        mode = Mode.CONFIG_TEST;
        String file = value.startsWith("=") ? value.substring(1) : value;
        if (!file.isEmpty()) {
            properties.put("ninelives.config.test.log", file);
        }
    }

    private void takeCorePattern(String value) throws UsageException {
        if (value.length() > CORE_PATTERN_MAX) {
            throw new UsageException(
                    "core dump pattern '"
                            + value
                            + "' is longer than the "
                            + CORE_PATTERN_MAX
                            + " characters of the kernel");
        }
        coreDumps = true;
        corePattern = Optional.of(value.isEmpty() ? CORE_PATTERN : value);
    }

    /** {@code 077} and {@code 0x3f} as in C. */
    private void takeUmask(String value) throws UsageException {
        int mask = decoded(value);
        if (mask < 0 || mask > UMASK_MAX) {
            throw new UsageException("umask '" + value + "' is not in 0..0777");
        }
        properties.put("ninelives.umask", Integer.toString(mask));
    }

    /** Something negative for what is no number. */
    private static int decoded(String value) {
        try {
            return Integer.decode(value);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void checkTestWords() throws UsageException {
        for (String word : List.of("json", "offline")) {
            if (mode != Mode.CONFIG_TEST
                    && properties.containsKey("ninelives.config.test." + word)) {
                throw new UsageException("option --" + word + " is one of --config-test");
            }
        }
    }

    private void takePrintGrammar(String value) throws UsageException {
        mode =
                switch (value) {
                    case "", "tsv" -> Mode.PRINT_GRAMMAR;
                    case "man" -> Mode.PRINT_MANUAL;
                    default ->
                            throw new UsageException(
                                    "--print-grammar: '" + value + "' is neither tsv nor man");
                };
    }

    /** Each option turns one subsystem on; both together are all there are. */
    private void takeSubsystem(String subsystem) {
        properties.merge(
                "ninelives.subsystems",
                subsystem,
                (earlier, now) -> earlier.equals(now) ? now : "all");
    }

    /** {@code -t FILE} and {@code --print-config FILE} name the configuration by a plain word. */
    private void takeWords(List<String> words) throws UsageException {
        if (words.isEmpty()) {
            return;
        }
        if (mode == Mode.COMMAND) {
            // No word that a process is given can contain the character 0.
            properties.put("ninelives.command.arguments", String.join("\0", words));
            return;
        }
        boolean takesFile = mode == Mode.CONFIG_TEST || mode == Mode.PRINT_CONFIG;
        if (!takesFile || words.size() > 1 || properties.containsKey("ninelives.config.file")) {
            throw new UsageException(
                    "unexpected word '"
                            + words.get(words.size() - 1)
                            + "'; a configuration file is named by -f");
        }
        properties.put("ninelives.config.file", words.get(0));
    }
}
