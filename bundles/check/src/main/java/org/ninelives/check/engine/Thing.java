package org.ninelives.check.engine;

import org.ninelives.api.check.FollowMethod;
import org.ninelives.api.track.TrackerKind;

/** Something that is watched and that checks may follow. */
record Thing(TrackerKind kind, String name) {

    static Thing of(FollowMethod method) {
        return new Thing(method.kind(), method.tracker());
    }
}
