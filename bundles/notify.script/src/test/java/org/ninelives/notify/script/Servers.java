package org.ninelives.notify.script;

import java.util.Optional;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.api.script.Script;

/** Virtual servers and real servers to tell about. */
public final class Servers {

    public static final String VIRTUAL = "[192.0.2.1]:tcp:80";
    public static final String REAL = "[192.0.2.9]:tcp:80";

    private Servers() {}

    /** A real server went down. */
    public static LvsEvent.RealServerState down(Optional<Script> script) {
        return state(VIRTUAL, false, false, script);
    }

    /** A real server is down because the daemon stops. */
    public static LvsEvent.RealServerState stopping(Script script) {
        return state(VIRTUAL, false, true, Optional.of(script));
    }

    /** A real server of a virtual server comes up or goes down. */
    public static LvsEvent.RealServerState state(
            String virtualServer, boolean up, boolean stopping, Optional<Script> script) {
        return new LvsEvent.RealServerState(
                virtualServer, REAL, up, stopping, script, Optional.empty(), "no answer", "text");
    }

    /** A virtual server gains or loses its quorum. */
    public static LvsEvent.QuorumState quorum(
            String virtualServer, boolean up, boolean stopping, Optional<Script> script) {
        return new LvsEvent.QuorumState(
                virtualServer, up, 3, 2, 1, stopping, script, Optional.empty(), "text");
    }
}
