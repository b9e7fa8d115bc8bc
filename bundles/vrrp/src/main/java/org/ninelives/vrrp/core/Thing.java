package org.ninelives.vrrp.core;

import java.util.Objects;
import org.ninelives.api.track.TrackerKind;

/** Something that can be tracked. */
public record Thing(TrackerKind kind, String name) {

    public Thing {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
    }
}
