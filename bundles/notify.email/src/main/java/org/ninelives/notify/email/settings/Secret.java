package org.ninelives.notify.email.settings;

/** Where a password is to be found; the password itself is never part of settings. */
public sealed interface Secret {

    /** The first line of a file. */
    record InFile(String path) implements Secret {}

    /** A variable of the daemon's environment. */
    record InEnvironment(String variable) implements Secret {}
}
