package org.ninelives.notify.email.core;

/**
 * A recipient whom the server did not take.
 *
 * @param reply what it said
 * @param lasting whether it will say so again; otherwise it may be tried later
 */
public record Refusal(String address, String reply, boolean lasting) {}
