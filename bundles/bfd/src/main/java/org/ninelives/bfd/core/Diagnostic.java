package org.ninelives.bfd.core;

/**
 * Why a session left {@link State#UP} last, RFC 5880 section 4.1, in the order of their numbers on
 * the wire.
 */
public enum Diagnostic {
    NONE(0, "No Diagnostic"),
    EXPIRED(1, "Control Detection Time Expired"),
    ECHO_FAILED(2, "Echo Function Failed"),
    NEIGHBOUR_SIGNALED_DOWN(3, "Neighbor Signaled Session Down"),
    FORWARDING_PLANE_RESET(4, "Forwarding Plane Reset"),
    PATH_DOWN(5, "Path Down"),
    CONCATENATED_PATH_DOWN(6, "Concatenated Path Down"),
    ADMINISTRATIVELY_DOWN(7, "Administratively Down"),
    REVERSE_CONCATENATED_PATH_DOWN(8, "Reverse Concatenated Path Down");

    private static final Diagnostic[] ALL = values();

    private final int number;
    private final String text;

    Diagnostic(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    /** The words of the RFC. */
    public String text() {
        return text;
    }

    /** The words for a number of a neighbour, 0..31, of which the RFC reserves those above 8. */
    public static String text(int number) {
        return number < ALL.length ? ALL[number].text : "Reserved Diagnostic " + number;
    }
}
