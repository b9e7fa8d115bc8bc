package org.ninelives.lvs.settings;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.IpAddress;

/** One line of a {@code virtual_server_group}. */
public sealed interface GroupEntry {

    /** More than this is more likely a slip of the hand than a wish. */
    long ADDRESSES_MAX = 65_536;

    IpAddress.Family family();

    /** What it stands for. */
    Stream<ServiceKey> services(TransportProtocol protocol);

    /**
     * Addresses in a row.
     *
     * @param count how many, 1..65536
     * @param port 0..65535; 0 for all
     */
    record Addresses(IpAddress first, long count, int port) implements GroupEntry {

        @Override
        public IpAddress.Family family() {
            return first.family();
        }

        @Override
        public Stream<ServiceKey> services(TransportProtocol protocol) {
            return LongStream.range(0, count)
                    .mapToObj(
                            offset ->
                                    new ServiceKey.Endpoint(
                                            protocol,
                                            new IpAddress(
                                                    first.family(),
                                                    first.high(),
                                                    first.low() + offset),
                                            port));
        }
    }

    /** A mark of the firewall. */
    record Mark(IpAddress.Family family, long mark) implements GroupEntry {

        @Override
        public Stream<ServiceKey> services(TransportProtocol protocol) {
            return Stream.of(new ServiceKey.Mark(family, mark));
        }
    }
}
