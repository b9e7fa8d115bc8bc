package org.ninelives.notify.email.settings;

import org.ninelives.api.configuration.Secret;

/** Who the server is told we are. */
public record Login(String user, Secret password) {}
