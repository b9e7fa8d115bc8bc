package org.ninelives.launcher.options;

/** Every option of keepalived 2.4, and some of our own. */
enum Option {
    USE_FILE('f', "use-file", Argument.REQUIRED),
    CONFIG_TEST('t', "config-test", Argument.OPTIONAL),
    DONT_FORK('n', "dont-fork", Argument.NONE),
    LOG_CONSOLE('l', "log-console", Argument.NONE),
    LOG_DETAIL('D', "log-detail", Argument.NONE),
    LOG_FACILITY('S', "log-facility", Argument.REQUIRED),
    DUMP_CONF('d', "dump-conf", Argument.NONE),
    PID('p', "pid", Argument.REQUIRED),
    VRRP_PID('r', "vrrp_pid", Argument.REQUIRED),
    CHECKERS_PID('c', "checkers_pid", Argument.REQUIRED),
    BFD_PID('b', "bfd_pid", Argument.REQUIRED),
    VRRP('P', "vrrp", Argument.NONE),
    CHECK('C', "check", Argument.NONE),
    NO_BFD('B', "no_bfd", Argument.NONE),
    DONT_RELEASE_VRRP('V', "dont-release-vrrp", Argument.NONE),
    DONT_RELEASE_IPVS('I', "dont-release-ipvs", Argument.NONE),
    RELEASE_VIPS('X', "release-vips", Argument.NONE),
    DONT_RESPAWN('R', "dont-respawn", Argument.NONE),
    CONFIG_ID('i', "config-id", Argument.REQUIRED),
    GENHASH('T', "genhash", Argument.ALL_THAT_FOLLOWS),
    SIGNUM(Option.NO_LETTER, "signum", Argument.REQUIRED),
    VERSION('v', "version", Argument.NONE),
    HELP('h', "help", Argument.NONE),
    PRINT_GRAMMAR(Option.NO_LETTER, "print-grammar", Argument.OPTIONAL),
    PRINT_CONFIG(Option.NO_LETTER, "print-config", Argument.OPTIONAL),
    CHECK_ONCE(Option.NO_LETTER, "check-once", Argument.ALL_THAT_FOLLOWS),
    MIGRATE_CHECK(Option.NO_LETTER, "migrate-check", Argument.ALL_THAT_FOLLOWS),
    JSON(Option.NO_LETTER, "json", Argument.NONE),
    OFFLINE(Option.NO_LETTER, "offline", Argument.NONE),

    ALL(Option.NO_LETTER, "all", Argument.NONE),
    LOG_FILE('g', "log-file", Argument.OPTIONAL),
    FLUSH_LOG_FILE(Option.NO_LETTER, "flush-log-file", Argument.NONE),
    NO_SYSLOG('G', "no-syslog", Argument.NONE),
    UMASK('u', "umask", Argument.REQUIRED),
    ADDRESS_MONITORING('a', "address-monitoring", Argument.NONE),
    ALL_CONFIG('e', "all-config", Argument.NONE),
    IGNORE_SIGINT(Option.NO_LETTER, "ignore-sigint", Argument.NONE),
    SNMP('x', "snmp", Argument.NONE),
    SNMP_AGENT_SOCKET('A', "snmp-agent-socket", Argument.REQUIRED),
    CORE_DUMP('m', "core-dump", Argument.NONE),
    CORE_DUMP_PATTERN('M', "core-dump-pattern", Argument.OPTIONAL),
    PERF(Option.NO_LETTER, "perf", Argument.OPTIONAL),
    DEBUG(Option.NO_LETTER, "debug", Argument.OPTIONAL),
    NO_MEM_CHECK(Option.NO_LETTER, "no-mem-check", Argument.NONE),
    NAMESPACE('s', "namespace", Argument.REQUIRED);

    /** Whether a value follows. An optional one is glued: {@code -tFILE}, {@code --name=FILE}. */
    enum Argument {
        NONE,
        REQUIRED,
        OPTIONAL,
        /** The option is a command with words and options of its own, up to the end. */
        ALL_THAT_FOLLOWS
    }

    private static final char NO_LETTER = 0;

    private final char letter;
    private final String longName;
    private final Argument argument;

    Option(char letter, String longName, Argument argument) {
        this.letter = letter;
        this.longName = longName;
        this.argument = argument;
    }

    String longName() {
        return longName;
    }

    Argument argument() {
        return argument;
    }

    static Option ofLetter(char letter) throws UsageException {
        for (Option option : values()) {
            if (option.letter == letter && letter != NO_LETTER) {
                return option;
            }
        }
        throw new UsageException("unknown option -" + letter + "; see ninelived --help");
    }

    /** The option of that name, or the only one whose name starts so. */
    static Option ofName(String name) throws UsageException {
        Option found = null;
        String alternatives = "";
        for (Option option : values()) {
            if (option.longName.equals(name)) {
                return option;
            }
            if (!name.isEmpty() && option.longName.startsWith(name)) {
                found = option;
                alternatives += " --" + option.longName;
            }
        }
        if (found == null) {
            throw new UsageException(
                    "unknown option --" + name + guess(name) + "; see ninelived --help");
        }
        if (!alternatives.equals(" --" + found.longName)) {
            throw new UsageException("option --" + name + " is ambiguous:" + alternatives);
        }
        return found;
    }

    /** Typing errors seldom hit the first letters: the longest common beginning wins. */
    private static String guess(String name) {
        String best = "";
        int longest = 2;
        for (Option option : values()) {
            int common = 0;
            int shorter = Math.min(name.length(), option.longName.length());
            while (common < shorter && name.charAt(common) == option.longName.charAt(common)) {
                common++;
            }
            if (common > longest) {
                longest = common;
                best = "; did you mean --" + option.longName + "?";
            }
        }
        return best;
    }
}
