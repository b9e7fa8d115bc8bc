package org.ninelives.linux.companion;

/** Waits for the end or the silence of the daemon. */
public final class Companion {

    private static final int NOT_UNDERSTOOD = 1;

    private final DaemonPipe pipe = new DaemonPipe();
    private final UndoBook book;
    private final RecordReader records;
    private final SystemLog log;
    private final String daemon;
    private final LoopThread loop;
    private final Patience patience = new Patience(System.nanoTime());

    /** The daemon hangs, and what it held is undone. */
    private boolean hangs;

    private Companion(UndoBook book, SystemLog log, UndoOwner owner) {
        this.book = book;
        this.records = new RecordReader(book);
        this.log = log;
        this.daemon = owner.name();
        this.loop = new LoopThread(owner.pid());
    }

    /**
     * Runs until the daemon ends.
     *
     * @param arguments the daemon's process id, and the code of the facility to log with
     */
    public static void main(String[] arguments) {
        OwnProcess.detach();
        int facility = Integer.parseInt(arguments[1]);
        SystemLog log = new SystemLog(facility);
        Kernel kernel = new Kernel();
        Rehearsal.run(kernel);
        UndoOwner owner = new UndoOwner(arguments[0], facility, Namespaces.own());
        UndoBook book = new UndoBook(kernel, UndoFile.wanted(owner, log));
        OwnProcess.stayInMemory();
        int status = new Companion(book, log, owner).run();
        book.close();
        // There is nothing to put in order, and nobody to wait for.
        Runtime.getRuntime().halt(status);
    }

    /** Returns the exit status. */
    private int run() {
        while (true) {
            long deadline = book.isEmpty() ? DaemonPipe.FOREVER : patience.deadlineNanos();
            if (!pipe.await(deadline)) {
                silent();
                continue;
            }
            if (!pipe.read()) {
                undo("was killed");
                return 0;
            }
            heard();
            try {
                if (records.read(pipe.bytes())) {
                    return 0;
                }
                book.keep();
            } catch (RecordException e) {
                undo("says what is not understood: " + e.getMessage());
                return NOT_UNDERSTOOD;
            }
        }
    }

    private void heard() {
        long now = System.nanoTime();
        if (hangs) {
            log.info(daemon + " answers again after " + seconds(patience.silenceNanos(now)));
            hangs = false;
        }
        patience.heard(now);
    }

    private void silent() {
        long now = System.nanoTime();
        if (patience.isOver(now, loop.ranNanos(records.loopThread()))) {
            hangs = true;
            undo("has not answered for " + seconds(patience.silenceNanos(now)));
        }
    }

    private void undo(String why) {
        if (!book.isEmpty()) {
            log.warning(daemon + " " + why + "; " + book.undo());
        }
    }

    private static String seconds(long nanos) {
        long tenths = nanos / 100_000_000;
        return tenths / 10 + "." + tenths % 10 + " s";
    }
}
