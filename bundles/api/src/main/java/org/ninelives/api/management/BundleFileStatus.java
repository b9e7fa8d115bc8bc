package org.ninelives.api.management;

/**
 * A file in the folder of bundles at one moment.
 *
 * @param file its name in the folder
 * @param state {@code COPYING} while it changes, {@code STARTING}, {@code ACTIVE}, {@code WAITING}
 *     for something another bundle may bring, {@code RETRYING} after a failure that may pass,
 *     {@code REFUSED}, {@code FAILED} in its start, {@code STOPPED} by an operator, {@code BLOCKED}
 *     where its start or stop does not come to an end, {@code STOPPING} or {@code LEAVING}
 * @param bundle symbolic name and version of the bundle that was made of it; empty if none was
 * @param sha256 of the bytes that the bundle was made of, hexadecimal; empty if there is none
 * @param reason why it is not active, and what to do; empty if it is
 * @param sinceMillis since when it has the state, milliseconds since 1970 UTC
 */
public record BundleFileStatus(
        String file, String state, String bundle, String sha256, String reason, long sinceMillis) {}
