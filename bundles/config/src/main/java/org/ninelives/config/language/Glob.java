package org.ninelives.config.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** File name patterns with {@code * ? []} and <code>{a,b}</code>, as glob(7) tells. */
final class Glob {

    /** No directory of configurations has so many kinds of names. */
    private static final int ALTERNATIVES_MAX = 1_000;

    private final SourceFiles files;

    Glob(SourceFiles files) {
        this.files = files;
    }

    /**
     * The files of each alternative of the braces, in the order written, sorted by name.
     *
     * @param directory where relative patterns start; its own characters are no wildcards
     */
    Map<String, List<String>> match(String directory, String pattern) {
        String literal = directory.replaceAll("[*?\\[\\\\]", "\\\\$0");
        Map<String, List<String>> matches = new LinkedHashMap<>();
        for (String alternative : alternatives(pattern)) {
            matches.put(alternative, files(Paths.resolve(literal, alternative)));
        }
        return matches;
    }

    static boolean hasWildcard(String pattern) {
        return pattern.chars().anyMatch(c -> "*?[".indexOf(c) >= 0);
    }

    /** A pattern with braces as several without; braces that are not closed are characters. */
    static List<String> alternatives(String pattern) {
        List<String> finished = new ArrayList<>();
        List<String> open = new ArrayList<>(List.of(pattern));
        while (!open.isEmpty() && finished.size() + open.size() <= ALTERNATIVES_MAX) {
            String next = open.removeFirst();
            int brace = next.indexOf('{');
            int close = brace < 0 ? -1 : Parentheses.closing(next, brace);
            if (close < 0) {
                finished.add(next);
                continue;
            }
            String before = next.substring(0, brace);
            String after = next.substring(close + 1);
            List<String> members =
                    Parentheses.members(next.substring(brace, close + 1)).stream()
                            .map(member -> before + member + after)
                            .toList();
            open.addAll(0, members);
        }
        return finished;
    }

    private List<String> files(String pattern) {
        if (!hasWildcard(pattern)) {
            String plain = unescape(pattern);
            return files.kind(plain) == SourceFiles.Kind.ABSENT ? List.of() : List.of(plain);
        }
        Set<String> found = new TreeSet<>();
        int slash = pattern.lastIndexOf('/');
        String name = pattern.substring(slash + 1);
        for (String directory : directories(pattern, slash)) {
            if (hasWildcard(name)) {
                for (String candidate : files.names(directory.isEmpty() ? "." : directory)) {
                    if (GlobPattern.matches(name, candidate)) {
                        found.add(Paths.resolve(directory, candidate));
                    }
                }
            } else {
                String path = Paths.resolve(directory, unescape(name));
                if (files.kind(path) != SourceFiles.Kind.ABSENT) {
                    found.add(path);
                }
            }
        }
        return List.copyOf(found);
    }

    private List<String> directories(String pattern, int slash) {
        if (slash < 0) {
            return List.of("");
        }
        return slash == 0 ? List.of("/") : files(pattern.substring(0, slash));
    }

    private static String unescape(String pattern) {
        return pattern.indexOf('\\') < 0 ? pattern : pattern.replaceAll("\\\\(.)", "$1");
    }
}
