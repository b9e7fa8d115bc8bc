package org.ninelives.linux.process;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.ninelives.api.system.ProcessEvent;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.testkit.fuzz.FuzzTarget;

/**
 * Datagrams of the process connector, and texts of {@code /proc}, which processes write in part.
 */
public final class ConnectorFuzzer {

    private ConnectorFuzzer() {}

    /** See {@link FuzzTarget}; the name is the one Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            NetlinkReader reader = new NetlinkReader(ByteBuffer.wrap(input));
            while (reader.next()) {
                Optional<ConnectorMessage> message = ConnectorMessage.read(reader);
                if (message.isPresent()) {
                    read(message.get());
                }
            }
        } catch (NetlinkFormatException e) {
            // That is how a datagram is to be refused.
            check(e.getMessage() != null, "refused without a word");
        }
        ProcText.nameOfLiving(input)
                .ifPresent(name -> check(name.length() < input.length, "a name beyond the text"));
        int length = ProcText.words(input).stream().mapToInt(String::length).sum();
        check(length <= input.length, "words beyond the text");
    }

    private static void read(ConnectorMessage message) throws NetlinkFormatException {
        boolean answer = message.answerTo(0).isPresent();
        Optional<ProcessEvent> event = message.event();
        check(!answer || event.isEmpty(), "an answer that is an event");
        event.filter(ProcessEvent.Renamed.class::isInstance)
                .map(ProcessEvent.Renamed.class::cast)
                .ifPresent(
                        renamed ->
                                check(
                                        renamed.name().length() <= Connector.COMM_BYTES
                                                && renamed.name().indexOf(0) < 0,
                                        "a name that is none"));
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
