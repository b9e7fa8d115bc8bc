package org.ninelives.config;

/**
 * The line on which something was written.
 *
 * @param file the file as the operator named it, or as the include that led to it found it
 * @param line the line in that file, counted from 1; 0 means the file as a whole
 */
public record Position(String file, int line) {

    /** The same line after lines were put in before it, or taken out where negative. */
    public Position movedBy(int lines) {
        return new Position(file, line + lines);
    }

    /** {@code keepalived.conf:31}, the form editors and compilers have agreed on. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
