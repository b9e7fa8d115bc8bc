package org.ninelives.api.override;

import java.util.Objects;

/**
 * Which setting of which object is overridden.
 *
 * @param subject {@code VI_1}, {@code [10.0.0.1]:tcp:80}, {@code [10.0.0.1]:tcp:80
 *     [192.168.0.2]:tcp:80}, or {@code VI_1 script chk} for what VI_1 tracks
 */
public record OverrideKey(OverrideKind kind, String subject) {

    public OverrideKey {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(subject);
    }

    /** Something within another object: a real server, or what a virtual router tracks. */
    public static OverrideKey within(OverrideKind kind, String owner, String part) {
        return new OverrideKey(kind, owner + " " + part);
    }

    /** {@code priority of VI_1}. */
    @Override
    public String toString() {
        return kind.word() + " of " + subject;
    }
}
