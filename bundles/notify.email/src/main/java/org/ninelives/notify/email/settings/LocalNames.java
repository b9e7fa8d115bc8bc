package org.ninelives.notify.email.settings;

/** What this host and the user of the daemon are called. */
public record LocalNames(String host, String user) {}
