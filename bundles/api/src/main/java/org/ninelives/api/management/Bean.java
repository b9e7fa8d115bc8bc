package org.ninelives.api.management;

import javax.management.ObjectName;

/**
 * A bean with its name; equal ones are the same, so one that is made anew each time is a record.
 *
 * @param type what its clients see, an MXBean interface
 */
public record Bean<B>(ObjectName name, Class<B> type, B bean) {}
