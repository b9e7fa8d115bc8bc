package org.ninelives.labs;

import java.util.List;

/**
 * The end of a program.
 *
 * @param status its exit status
 * @param output what it printed
 */
public record Finished(int status, String output) {
    public List<String> lines() {
        return output.lines().toList();
    }

    @Override
    public String toString() {
        return "ended with " + status + ": " + output.strip();
    }
}
