package org.ninelives.management;

import org.ninelives.api.management.EventRecord;

/** Says to the platform which record is to become composite data. */
public interface EventMXBean {
    EventRecord getEvent();
}
