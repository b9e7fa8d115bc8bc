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

    private Companion(UndoBook book, SystemLog log, String daemonPid) {
        this.book = book;
        this.records = new RecordReader(book);
        this.log = log;
        this.loop = new LoopThread(daemonPid);
        this.daemon = "ninelived[" + daemonPid + "]";
    }

    /**
     * Runs until the daemon ends.
     *
     * @param arguments the daemon's process id, and the code of the facility to log with
     */
    public static void main(String[] arguments) {
        OwnProcess.detach();
        SystemLog log = new SystemLog(Integer.parseInt(arguments[1]));
        Kernel kernel = new Kernel();
        Rehearsal.run(kernel);
        OwnProcess.stayInMemory();
        // There is nothing to put in order, and nobody to wait for.
        Runtime.getRuntime().halt(new Companion(new UndoBook(kernel), log, arguments[0]).run());
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
