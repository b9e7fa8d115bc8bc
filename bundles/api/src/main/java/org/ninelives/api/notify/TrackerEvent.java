package org.ninelives.api.notify;

import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;

/** Something that is watched was found to be in another state. */
public record TrackerEvent(TrackerKind kind, String name, Finding from, Finding to, String text)
        implements Event {}
