package org.ninelives.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a program of a lab prints, in a file that grows while it is read.
 *
 * <p>A daemon's log lags behind its packets and addresses, which cannot wait for words. So a line
 * is never there just because something else of the same moment is: whoever needs it awaits it. A
 * line that must not come is looked for after the await of one that comes later.
 */
public final class Log {
    private static final int TAIL_LINES = 40;

    private final String name;
    private final Path file;
    private final Supplier<String> story;

    /**
     * The log in a file.
     *
     * @param name tells whose log it is
     * @param story what to tell when an awaited line does not come
     */
    Log(String name, Path file, Supplier<String> story) {
        this.name = name;
        this.file = file;
        this.story = story;
    }

    /** The whole lines so far. One that is still being written is left out. */
    public String text() {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many lines have these words so far. */
    public long count(String words) {
        return text().lines().filter(line -> line.contains(words)).count();
    }

    /** Waits for a line with these words; when there is one already, that will do. */
    public void await(String words) {
        await(1, words);
    }

    /** Waits until that many lines have these words. */
    public void await(int lines, String words) {
        String times = lines == 1 ? "" : lines + " times ";
        Await.until(
                name + " says " + times + "\"" + words + "\"",
                Await.LIMIT,
                () -> count(words) >= lines,
                story);
    }

    /** The last lines, below the log's name. */
    String tail() {
        List<String> lines = text().lines().toList();
        int skipped = Math.max(0, lines.size() - TAIL_LINES);
        StringBuilder tail = new StringBuilder("--- log of " + name);
        if (skipped > 0) {
            tail.append(" after ").append(skipped).append(" lines");
        }
        lines.subList(skipped, lines.size()).forEach(line -> tail.append('\n').append(line));
        return tail.append('\n').toString();
    }
}
