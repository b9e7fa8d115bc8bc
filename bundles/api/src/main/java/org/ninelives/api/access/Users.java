package org.ninelives.api.access;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Knows the users of the daemon and their passwords. Safe for use by several threads. */
@ProviderType
public interface Users {

    /**
     * The file with the passwords; where there is none, one is made, with random ones.
     *
     * @throws IOException if it cannot be made, or others can read or change it; the message is for
     *     the operator
     */
    Path passwords() throws IOException;

    /**
     * Lets somebody in. Each wrong password makes the answer to the next one later, from 250 ms up
     * to 8 s, and the calling thread waits for that; the answer to a right one is never late. The
     * log tells of both.
     *
     * @param way by which they come, as the log calls it, such as {@code Status page}
     * @throws RefusedException if the password is not that of the user, or the user has no role;
     *     the message does not say which
     * @throws IOException if passwords cannot be read
     */
    User login(String way, String name, String password, InetAddress from)
            throws RefusedException, IOException;
}
