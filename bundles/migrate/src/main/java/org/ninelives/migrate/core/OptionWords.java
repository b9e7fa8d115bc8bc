package org.ninelives.migrate.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The options that a file of the system hands to keepalived. */
public final class OptionWords {

    private static final Pattern VARIABLE =
            Pattern.compile("\\s*(?:export\\s+)?(?:DAEMON_ARGS|KEEPALIVED_OPTIONS)=(.*)");

    /** Letters with a value, glued or in the next word; a long name has it after an equals sign. */
    private static final String WITH_VALUE = "fSprcbsiuAgMt";

    private final List<String> names = new ArrayList<>();
    private Optional<String> file = Optional.empty();

    private OptionWords() {}

    /** Those of a line, if it sets the variable and there are any. */
    public static Optional<OptionWords> ofLine(String line) {
        Matcher matcher = VARIABLE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String value = matcher.group(1).replaceAll("[\"']", "").strip();
        OptionWords options = new OptionWords();
        options.read(List.of(value.split("\\s+", -1)));
        return options.names.isEmpty() ? Optional.empty() : Optional.of(options);
    }

    /** Each option with its dashes and without its value. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** The configuration that {@code -f} names. */
    public Optional<String> file() {
        return file;
    }

    private void read(List<String> words) {
        boolean fileFollows = false;
        for (String word : words) {
            if (fileFollows) {
                file = Optional.of(word);
                fileFollows = false;
            } else if (word.startsWith("--")) {
                String[] parts = word.split("=", 2);
                names.add(parts[0]);
                if (parts[0].equals("--use-file")) {
                    fileFollows = parts.length == 1;
                    file = fileFollows ? file : Optional.of(parts[1]);
                }
            } else if (word.startsWith("-")) {
                fileFollows = letters(word);
            }
        }
    }

    /** Whether the next word is the file. */
    private boolean letters(String word) {
        for (int i = 1; i < word.length(); i++) {
            char letter = word.charAt(i);
            names.add("-" + letter);
            if (WITH_VALUE.indexOf(letter) >= 0) {
                String glued = word.substring(i + 1);
                if (letter == 'f' && !glued.isEmpty()) {
                    file = Optional.of(glued);
                }
                return letter == 'f' && glued.isEmpty();
            }
        }
        return false;
    }
}
