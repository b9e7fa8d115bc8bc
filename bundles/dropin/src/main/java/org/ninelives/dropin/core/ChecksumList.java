package org.ninelives.dropin.core;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The digests of files as {@code sha256sum} writes them: one {@code DIGEST NAME} a line. */
public final class ChecksumList {

    /** The second space is an asterisk where the file was read as binary. */
    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *](.+)");

    private final Map<String, String> digests;

    private ChecksumList(Map<String, String> digests) {
        this.digests = digests;
    }

    /**
     * Reads a list. Empty lines and those that begin with {@code #} do not count.
     *
     * @throws IllegalArgumentException if a line is none of a list; the message is a clause for the
     *     operator
     */
    public static ChecksumList parse(String text) {
        Map<String, String> digests = new HashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "line " + number + " is none that sha256sum writes: " + line);
            }
            String name = matcher.group(2);
            String digest = matcher.group(1).toLowerCase(Locale.ROOT);
            String before = digests.put(name.substring(name.lastIndexOf('/') + 1), digest);
            if (before != null && !before.equals(digest)) {
                throw new IllegalArgumentException("it has two digests of " + name);
            }
        }
        return new ChecksumList(digests);
    }

    /** The digest of a file, in lower case; empty if the file is not listed. */
    public Optional<String> of(String file) {
        return Optional.ofNullable(digests.get(file));
    }
}
