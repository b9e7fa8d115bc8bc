package org.ninelives.check.dns.core;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * A domain name.
 *
 * @param labels from the left to the right, none for the root
 */
public record DomainName(List<String> labels) {

    /** Where all names end. */
    public static final DomainName ROOT = new DomainName(List.of());

    /** RFC 1035 section 2.3.4. */
    private static final int LABEL_MAX = 63;

    private static final int NAME_MAX = 255;

    public DomainName {
        labels = List.copyOf(labels);
    }

    /**
     * Reads a name, with a dot at its end or without.
     *
     * @throws IllegalArgumentException worded for the operator
     */
    public static DomainName of(String text) {
        if (text.equals(".")) {
            return ROOT;
        }
        if (!text.matches("[!-~]+")) {
            throw new IllegalArgumentException(
                    text + " has characters that no domain name has; write it in ASCII (xn--)");
        }
        String relative = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        DomainName name = new DomainName(List.of(relative.split("\\.", -1)));
        name.labels.forEach(label -> check(text, label));
        if (name.bytes().length > NAME_MAX) {
            throw new IllegalArgumentException(
                    text + " is longer than a domain name, more than " + NAME_MAX + " bytes");
        }
        return name;
    }

    private static void check(String text, String label) {
        if (label.isEmpty()) {
            throw new IllegalArgumentException(text + " has an empty label, two dots in a row");
        }
        if (label.length() > LABEL_MAX) {
            throw new IllegalArgumentException(
                    text + " has a label of more than " + LABEL_MAX + " characters: " + label);
        }
    }

    /** As in a message, without compression (section 3.1). */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String label : labels) {
            bytes.write(label.length());
            label.chars().forEach(bytes::write);
        }
        bytes.write(0);
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return labels.isEmpty() ? "." : String.join(".", labels);
    }
}
