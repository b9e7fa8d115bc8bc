package org.ninelives.api.management;

import java.util.function.LongSupplier;

/** Counts what a way of telling does, and is its bean. Safe for use by several threads. */
public final class NotifierBean implements NotifierMXBean {

    private final String name;
    private final LongSupplier clockMillis;
    private int queued;
    private long told;
    private long dropped;
    private String lastError = "";
    private long lastErrorMillis;

    /**
     * Of a way by which nothing was told yet.
     *
     * @param name as {@link NotifierStatus#name}
     */
    public NotifierBean(String name) {
        this(name, System::currentTimeMillis);
    }

    NotifierBean(String name, LongSupplier clockMillis) {
        this.name = name;
        this.clockMillis = clockMillis;
    }

    /** Something is to be told. */
    public synchronized void add() {
        queued++;
    }

    /** Something that was added has been told. */
    public synchronized void tell() {
        queued--;
        told++;
    }

    /**
     * Something that was added is not told.
     *
     * @param why a sentence
     */
    public synchronized void drop(String why) {
        queued--;
        dropped++;
        lastError = why;
        lastErrorMillis = clockMillis.getAsLong();
    }

    @Override
    public synchronized NotifierStatus getStatus() {
        return new NotifierStatus(name, queued, told, dropped, lastError, lastErrorMillis);
    }

    @Override
    public int getQueued() {
        return getStatus().queued();
    }

    @Override
    public long getTold() {
        return getStatus().told();
    }

    @Override
    public long getDropped() {
        return getStatus().dropped();
    }
}
