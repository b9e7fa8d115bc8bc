package org.ninelives.launcher.options;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits arguments into options with their values and other words, as getopt_long does: {@code
 * -nlDS3}, {@code -f FILE}, {@code --use-file=FILE}, {@code --use FILE}, options after words, and
 * {@code --} before words that only look like options. What follows a command is not looked at.
 */
final class Options {

    /** An option as given; the value is empty where none was. */
    record Given(Option option, String value) {}

    private final List<Given> given = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final String[] arguments;
    private int next;

    private Options(String[] arguments) {
        this.arguments = arguments;
    }

    static Options read(String... arguments) throws UsageException {
        Options options = new Options(arguments);
        options.readAll();
        return options;
    }

    List<Given> given() {
        return given;
    }

    List<String> words() {
        return words;
    }

    private void readAll() throws UsageException {
        while (next < arguments.length) {
            String argument = arguments[next++];
            if (argument.equals("--")) {
                takeAllThatFollows();
            } else if (argument.startsWith("--")) {
                readLong(argument.substring(2));
            } else if (argument.startsWith("-") && argument.length() > 1) {
                readLetters(argument);
            } else {
                words.add(argument);
            }
            if (!given.isEmpty()
                    && given.getLast().option().argument() == Option.Argument.ALL_THAT_FOLLOWS) {
                takeAllThatFollows();
            }
        }
    }

    private void takeAllThatFollows() {
        while (next < arguments.length) {
            words.add(arguments[next++]);
        }
    }

    private static boolean takesNoValue(Option option) {
        return option.argument() == Option.Argument.NONE
                || option.argument() == Option.Argument.ALL_THAT_FOLLOWS;
    }

    private void readLong(String text) throws UsageException {
        int equals = text.indexOf('=');
        Option option = Option.ofName(equals < 0 ? text : text.substring(0, equals));
        String spelling = "--" + option.longName();
        if (equals < 0) {
            String value = option.argument() == Option.Argument.REQUIRED ? following(spelling) : "";
            given.add(new Given(option, value));
        } else if (takesNoValue(option)) {
            throw new UsageException("option " + spelling + " takes no value");
        } else {
            given.add(new Given(option, text.substring(equals + 1)));
        }
    }

    private void readLetters(String argument) throws UsageException {
        for (int i = 1; i < argument.length(); i++) {
            Option option = Option.ofLetter(argument.charAt(i));
            if (takesNoValue(option)) {
                given.add(new Given(option, ""));
                continue;
            }
            String glued = argument.substring(i + 1);
            if (glued.isEmpty() && option.argument() == Option.Argument.REQUIRED) {
                glued = following("-" + argument.charAt(i));
            }
            given.add(new Given(option, glued));
            return;
        }
    }

    private String following(String spelling) throws UsageException {
        if (next == arguments.length) {
            throw new UsageException("option " + spelling + " needs a value");
        }
        return arguments[next++];
    }
}
