package org.ninelives.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page for people whose commands are carried out by a test. A comment right above a block of code
 * says what becomes of it; a page shows none of them:
 *
 * <pre>
 * &lt;!-- scene pair --&gt;                    which test plays the page; once, at its beginning
 * &lt;!-- on a b --&gt;                        runs on these nodes, and has to end with status 0
 * &lt;!-- on client until MASTER --&gt;        runs again and again until it prints what matches
 * &lt;!-- file /etc/x.conf on a --&gt;         the block is this file
 * &lt;!-- start d --&gt;                       in place of the block the test starts the daemon there
 * &lt;!-- people: why --&gt;                   is not run
 * </pre>
 *
 * @param name of its file
 * @param scene which test plays it; empty where none is named
 * @param steps in the order of the page
 */
public record Guide(String name, String scene, List<Step> steps) {

    private static final Pattern SCENE = Pattern.compile("(?m)^<!-- scene (.+) -->$");
    private static final Pattern CLAIM = Pattern.compile("<!-- (on|file|start|people):? (.*) -->");
    private static final Pattern FILE = Pattern.compile("(/\\S+) on (.+)");
    private static final String FENCE = "```";

    /** What becomes of a block. */
    public enum Deed {
        ON,
        FILE,
        START,
        PEOPLE
    }

    /**
     * A block.
     *
     * @param place the page and the line of the claim, for messages
     * @param deed what becomes of it
     * @param nodes where
     * @param detail the path of a file, what a command must print, or why people run it; else empty
     * @param text the block itself
     */
    public record Step(String place, Deed deed, List<String> nodes, String detail, String text) {}

    /**
     * Reads a page.
     *
     * @throws IllegalArgumentException when a block of commands has no claim, or one that nobody
     *     understands
     */
    public static Guide read(Path page) {
        try {
            return parse(page.getFileName().toString(), Files.readString(page));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Guide parse(String name, String text) {
        List<Step> steps = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FENCE)) {
                int end = endOfBlock(lines, i);
                addBlock(name, lines, i, end, steps);
                i = end;
            }
        }
        Matcher scene = SCENE.matcher(text);
        return new Guide(name, scene.find() ? scene.group(1) : "", List.copyOf(steps));
    }

    private static int endOfBlock(List<String> lines, int fence) {
        int end = fence + 1;
        while (!lines.get(end).equals(FENCE)) {
            end++;
        }
        return end;
    }

    private static void addBlock(
            String name, List<String> lines, int fence, int end, List<Step> steps) {
        String place = name + ":" + fence;
        Matcher claim = CLAIM.matcher(fence == 0 ? "" : lines.get(fence - 1));
        if (claim.matches()) {
            String block = String.join("\n", lines.subList(fence + 1, end)) + "\n";
            steps.add(
                    step(
                            place,
                            Deed.valueOf(claim.group(1).toUpperCase(Locale.ROOT)),
                            claim.group(2),
                            block));
        } else if (lines.get(fence).equals(FENCE + "sh")) {
            throw new IllegalArgumentException(
                    place + ": nobody says where these commands run; see " + Guide.class.getName());
        }
    }

    private static Step step(String place, Deed deed, String words, String block) {
        return switch (deed) {
            case ON -> {
                String[] parts = words.split(" until ", 2);
                yield new Step(
                        place, deed, nodes(parts[0]), parts.length > 1 ? parts[1] : "", block);
            }
            case FILE -> {
                Matcher file = FILE.matcher(words);
                if (!file.matches()) {
                    throw new IllegalArgumentException(place + ": not 'PATH on NODE': " + words);
                }
                yield new Step(place, deed, nodes(file.group(2)), file.group(1), block);
            }
            case START -> new Step(place, deed, nodes(words), "", block);
            case PEOPLE -> new Step(place, deed, List.of(), words, block);
        };
    }

    private static List<String> nodes(String words) {
        return Stream.of(words.strip().split(" +", -1)).toList();
    }
}
