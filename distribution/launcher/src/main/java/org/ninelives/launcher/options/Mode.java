package org.ninelives.launcher.options;

/** What the program is asked to be. */
public enum Mode {
    RUN("run"),
    CONFIG_TEST("config-test"),
    PRINT_GRAMMAR("print-grammar"),
    /** The same as a part of a manual page. */
    PRINT_MANUAL("print-manual"),
    PRINT_CONFIG("print-config"),
    /** Something that a bundle does once: {@code ninelives.command} says what. */
    COMMAND("command"),
    HELP("help"),
    VERSION("version"),
    SIGNUM("signum");

    private final String text;

    Mode(String text) {
        this.text = text;
    }

    /** The value of the framework property {@code ninelives.mode}. */
    public String text() {
        return text;
    }
}
