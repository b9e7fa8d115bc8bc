package org.ninelives.testkit.contract;

import java.util.List;
import java.util.function.Function;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.testkit.network.Server;

/** What a contract needs of other hosts. */
public interface NetworkHand {

    /** A TCP port of another host that this server has. */
    ConnectTarget serve(Server server) throws Exception;

    /** A UDP port of another host, and what it answers to each datagram. */
    ConnectTarget answer(Function<byte[], List<byte[]>> answers) throws Exception;

    /** A port of a host that is there, which nobody has. */
    ConnectTarget refused();

    /** A port of a host that answers nothing at all. */
    ConnectTarget silent() throws Exception;

    /** A port of a host to which there is no way. */
    ConnectTarget unreachable();

    /** An address that is not one of this host. */
    String foreignAddress();
}
