package org.ninelives.bfd.core;

/**
 * Why a session left {@link State#UP} last, RFC 5880 section 4.1; the ordinal is the number on the
 * wire.
 */
public enum Diagnostic {
    NONE("No Diagnostic"),
    EXPIRED("Control Detection Time Expired"),
    ECHO_FAILED("Echo Function Failed"),
    NEIGHBOUR_SIGNALED_DOWN("Neighbor Signaled Session Down"),
    FORWARDING_PLANE_RESET("Forwarding Plane Reset"),
    PATH_DOWN("Path Down"),
    CONCATENATED_PATH_DOWN("Concatenated Path Down"),
    ADMINISTRATIVELY_DOWN("Administratively Down"),
    REVERSE_CONCATENATED_PATH_DOWN("Reverse Concatenated Path Down");

    private static final Diagnostic[] ALL = values();

    private final String text;

    Diagnostic(String text) {
        this.text = text;
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
