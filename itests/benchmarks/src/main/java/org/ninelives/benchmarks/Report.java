package org.ninelives.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Measurements to be shown. */
interface Report {

    /** Shows them to a reader. */
    void print(PrintStream out);

    /** Writes them as TSV for other programs. */
    void write(Path file) throws IOException;
}
