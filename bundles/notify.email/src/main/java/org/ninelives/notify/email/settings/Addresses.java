package org.ninelives.notify.email.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ninelives.config.grammar.Arguments;
import org.ninelives.config.grammar.InvalidArgumentException;
import org.ninelives.notify.email.core.Recipient;

/** Reads addresses of mail: {@code ops@example.com} or {@code Night Shift <ops@example.com>}. */
final class Addresses {

    static final String ALLOWED = "ADDRESS|NAME <ADDRESS>";

    private static final Pattern NAMED = Pattern.compile("(.*?)\\s*<([^<>]*)>");

    /** What cannot stand in a command of SMTP unquoted (RFC 5321 section 4.1.2). */
    private static final Pattern BAD = Pattern.compile("[^!-~]|[<>()\\[\\],;:\\\\\"]");

    private Addresses() {}

    /** One line: a recipient with a name, or any number without. */
    static List<Recipient> line(Arguments arguments) throws InvalidArgumentException {
        List<String> words = new ArrayList<>();
        do {
            words.add(arguments.take("an address"));
        } while (arguments.hasNext());
        String line = String.join(" ", words);
        if (line.contains("<")) {
            return List.of(named(line));
        }
        List<Recipient> recipients = new ArrayList<>();
        for (String word : words) {
            recipients.add(new Recipient("", address(word)));
        }
        return recipients;
    }

    /** Exactly one recipient. */
    static Recipient one(Arguments arguments) throws InvalidArgumentException {
        List<Recipient> recipients = line(arguments);
        if (recipients.size() > 1) {
            throw new InvalidArgumentException(
                    recipients.size()
                            + " addresses where one is allowed; a name needs <> around"
                            + " its address");
        }
        return recipients.getFirst();
    }

    private static Recipient named(String line) throws InvalidArgumentException {
        Matcher matcher = NAMED.matcher(line);
        if (!matcher.matches()) {
            throw new InvalidArgumentException(line + " is not " + ALLOWED);
        }
        return new Recipient(matcher.group(1), address(matcher.group(2)));
    }

    private static String address(String word) throws InvalidArgumentException {
        int at = word.lastIndexOf('@');
        if (at == 0 || at == word.length() - 1 || word.isEmpty() || BAD.matcher(word).find()) {
            throw new InvalidArgumentException(
                    "'"
                            + word
                            + "' is not an address of mail; a domain of other letters is"
                            + " written as xn--...");
        }
        return word;
    }
}
