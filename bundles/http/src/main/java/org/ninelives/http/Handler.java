package org.ninelives.http;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** Answers what clients ask for. Each client has a virtual thread of its own. */
@ConsumerType
@FunctionalInterface
public interface Handler {

    /**
     * Answers one request. Whatever is not answered when it returns gets nothing.
     *
     * @throws IOException if the client is gone or too slow; nobody is told
     */
    void answer(Request request, Answer answer) throws IOException;
}
