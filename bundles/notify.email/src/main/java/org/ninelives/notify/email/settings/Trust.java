package org.ninelives.notify.email.settings;

/** Which certificate of a server is believed. */
public sealed interface Trust {

    /** One for its name, signed by an authority the JDK knows. */
    record WellKnown() implements Trust {}

    /** One for its name, signed by an authority in a file of PEM certificates. */
    record Authorities(String path) implements Trust {}

    /**
     * This one, whatever its name.
     *
     * @param sha256 the digest of the whole certificate, 64 hexadecimal digits in lower case
     */
    record Pinned(String sha256) implements Trust {}

    /** Any, so that others can read along. */
    record Anyone() implements Trust {}
}
