package org.ninelives.linux.safeguard;

/**
 * The records on the pipe, in the byte order of the machine: three ints – the length of the whole
 * record, its type, the number of what it is about – and behind a {@link #PUT} the kind as another
 * int and the bytes that undo.
 */
public final class UndoRecord {

    /** Remember; what had this number before is replaced. */
    public static final int PUT = 1;

    /** Forget. */
    public static final int DROP = 2;

    /** The daemon is well; with the number of the thread that is. Other records say so too. */
    public static final int BEAT = 3;

    /** The daemon ends in order: undo nothing. */
    public static final int BYE = 4;

    public static final int TYPE = 4;
    public static final int ID = 8;
    public static final int HEADER = 12;
    public static final int KIND = 12;
    public static final int PUT_HEADER = 16;

    /** A batch for nf_tables that deletes a table has some hundred bytes. */
    public static final int BYTES_MAX = 16 * 1024;

    /** How often the daemon shows that it is well while it holds anything. */
    public static final long BEAT_NANOS = 100_000_000;

    /** After which silence it hangs; the rest of a second is for the work to be done then. */
    public static final long SILENCE_NANOS = 900_000_000;

    private UndoRecord() {}
}
