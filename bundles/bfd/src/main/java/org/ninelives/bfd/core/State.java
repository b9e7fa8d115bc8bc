package org.ninelives.bfd.core;

/** The states of a session, RFC 5880 section 4.1; the ordinal is the number on the wire. */
public enum State {
    /** Held down by an operator. */
    ADMIN_DOWN("AdminDown"),
    /** The neighbour is not heard, or was not heard lately. */
    DOWN("Down"),
    /** The neighbour is heard and does not know it yet. */
    INIT("Init"),
    /** Both hear each other. */
    UP("Up");

    private final String word;

    State(String word) {
        this.word = word;
    }

    /** The word of the RFC and of log lines. */
    public String word() {
        return word;
    }
}
