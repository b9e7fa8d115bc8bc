package org.ninelives.api.management;

/** A file in the folder of bundles at one moment. */
public record BundleFileStatus(
        @Description("Its name in the folder") String file,
        @Description(
                        "COPYING while it changes; STARTING; ACTIVE; WAITING for something another"
                                + " bundle may bring; RETRYING after a failure that may pass;"
                                + " REFUSED; FAILED in its start; STOPPED by an operator; BLOCKED"
                                + " where its start or stop does not come to an end; STOPPING;"
                                + " LEAVING")
                String state,
        @Description("Symbolic name and version of the bundle made of it; empty if none was")
                String bundle,
        @Description(
                        "SHA-256 of the content that the bundle was made of, hexadecimal; empty if"
                                + " there is none")
                String sha256,
        @Description("Why it is not active, and what to do; empty if it is") String reason,
        @Description("Since when it has the state, milliseconds since 1970 UTC")
                long sinceMillis) {}
