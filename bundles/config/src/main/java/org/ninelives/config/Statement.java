package org.ninelives.config;

import java.util.List;

/**
 * One directive: a keyword, its arguments, and the block that follows it, if any.
 *
 * <p>Only the text is kept and the words are cut from it when asked for, so that a file of a
 * million lines stays small.
 */
public final class Statement {

    private final Position position;
    private final String text;
    private final List<Statement> body;
    private final boolean block;

    /** How many lines further down the block stands now than where its statements were read. */
    private final int moved;

    private Statement(
            Position position, String text, List<Statement> body, boolean block, int moved) {
        this.position = position;
        this.text = text;
        this.body = body;
        this.block = block;
        this.moved = moved;
    }

    /**
     * A statement of one line; {@code text} is trimmed, without comment and after all substitution.
     */
    public static Statement line(Position position, String text) {
        return new Statement(position, text, List.of(), false, 0);
    }

    /** A statement that owns a block, which may be empty. */
    public static Statement block(Position position, String text, List<Statement> body) {
        return new Statement(position, text, List.copyOf(body), true, 0);
    }

    /** The same where it stands after so many lines more; what is in its block is shared. */
    public Statement movedBy(int lines) {
        return new Statement(position.movedBy(lines), text, body, block, moved + lines);
    }

    /** Whether one of the two is the other one moved, or both are one that was moved. */
    public boolean isCopyOf(Statement other) {
        return block && other.block && body.equals(other.body) && text.equals(other.text);
    }

    public Position position() {
        return position;
    }

    /** The whole statement without its block, as written. */
    public String text() {
        return text;
    }

    /** The first word. */
    public String keyword() {
        return Words.first(text);
    }

    /** The words after the keyword; double quotes are removed and keep blanks together. */
    public List<String> arguments() {
        List<String> words = Words.split(text);
        return words.subList(Math.min(1, words.size()), words.size());
    }

    /**
     * The text after the keyword, quotes and escapes untouched, for keywords that take a command
     * line.
     */
    public String rawArguments() {
        return Words.afterFirst(text);
    }

    /** Whether braces followed, even empty ones. */
    public boolean hasBlock() {
        return block;
    }

    public List<Statement> body() {
        return moved == 0 ? body : body.stream().map(each -> each.movedBy(moved)).toList();
    }

    @Override
    public String toString() {
        return position + ": " + text + (block ? " {…}" : "");
    }
}
