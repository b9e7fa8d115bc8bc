package org.ninelives.bfd.core;

/** The states of a session, RFC 5880 section 4.1, in the order of their numbers on the wire. */
public enum State {
    /** Held down by an operator. */
    ADMIN_DOWN(0, "AdminDown"),
    /** The neighbour is not heard, or was not heard lately. */
    DOWN(1, "Down"),
    /** The neighbour is heard and does not know it yet. */
    INIT(2, "Init"),
    /** Both hear each other. */
    UP(3, "Up");

    private final int number;
    private final String word;

    State(int number, String word) {
        this.number = number;
        this.word = word;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    /** The word of the RFC and of log lines. */
    public String word() {
        return word;
    }
}
