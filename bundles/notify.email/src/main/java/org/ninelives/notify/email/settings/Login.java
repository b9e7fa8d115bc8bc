package org.ninelives.notify.email.settings;

/** Who the server is told we are. */
public record Login(String user, Secret password) {}
