package org.ninelives.lvs.settings;

import java.util.List;
import java.util.Optional;

/**
 * The server that apologizes when the quorum is lost.
 *
 * @param name as logs call it: {@code [192.168.0.9]:tcp:80}
 * @param inhibit whether it stays in the kernel with weight 0 while it is not needed
 */
public record SorryServerSettings(String name, ServerAddress address, boolean inhibit) {

    /** The same as a real server that nobody checks. */
    public RealServerSettings asRealServer() {
        return new RealServerSettings(
                name,
                address,
                1,
                0,
                0,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                UsualCheck.DEFAULT,
                List.of(),
                List.of());
    }

    /** {@code [192.168.0.9]:tcp:80 NAT}, for what changes about it. */
    String words() {
        return name + " " + address.words() + (inhibit ? " inhibit" : "");
    }
}
