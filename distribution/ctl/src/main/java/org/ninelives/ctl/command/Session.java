package org.ninelives.ctl.command;

import java.io.IOException;
import java.io.PrintWriter;
import org.ninelives.ctl.access.Connection;
import org.ninelives.ctl.access.UnreachableException;
import org.ninelives.ctl.output.Json;

/**
 * What a command works with.
 *
 * @param daemon the one that is meant
 * @param json whether a program reads the answer
 * @param out where the answer goes
 */
public record Session(Connection daemon, boolean json, PrintWriter out) implements AutoCloseable {

    /** Opens sessions as the options of the command line say. */
    public interface Source {

        /**
         * A new session.
         *
         * @throws UnreachableException if the daemon cannot be reached
         */
        Session session() throws UnreachableException;
    }

    /** The objects of the daemon by the words of people. */
    Finder finder() {
        return new Finder(daemon);
    }

    /** Prints an answer for a program, or for people. */
    void answer(Object forPrograms, String forPeople) {
        if (json) {
            out.println(Json.pretty(forPrograms));
        } else if (!forPeople.isEmpty()) {
            out.print(forPeople.endsWith("\n") ? forPeople : forPeople + "\n");
        }
        out.flush();
    }

    @Override
    public void close() throws IOException {
        daemon.close();
    }
}
