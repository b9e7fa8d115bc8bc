package org.ninelives.config.language;

/** Which values the variables of a {@code ~SEQ} or {@code ~LST} take, one line after the other. */
interface Repetition {

    /** How many lines it makes. */
    long count();

    /** The context of the nth line, counted from 0. */
    Context line(long n, Context outer);
}
