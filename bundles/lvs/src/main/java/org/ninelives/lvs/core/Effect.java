package org.ninelives.lvs.core;

import org.ninelives.api.notify.LvsEvent;

/** What follows from an input, to be done in order once the kernel has the table. */
public sealed interface Effect {

    /** A line of the log. */
    record Line(String text) implements Effect {}

    /** Somebody may want to be told. */
    record Happened(LvsEvent event) implements Effect {}
}
