package org.ninelives.vrrp.engine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.management.InterfaceStatus;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.vrrp.settings.Debounce;

/** Interfaces at one moment, as records that may leave the loop's thread. */
final class InterfaceView {

    private final Node node;
    private final LinkTimes times;

    InterfaceView(Node node, LinkTimes times) {
        this.node = node;
        this.times = times;
    }

    /**
     * One of them.
     *
     * @param users the virtual routers that run on it or track it
     */
    InterfaceStatus of(InterfaceName name, List<String> users) {
        Optional<Link> link = node.links().find(name);
        Debounce delay = node.linkStates().delay(name);
        return new InterfaceStatus(
                name.name(),
                link.map(Link::index).orElse(0),
                node.linkStates().isUp(name),
                link.filter(Link::up).isPresent(),
                link.filter(Link::running).isPresent(),
                link.map(Link::mac).filter(mac -> mac.bits() != 0).map(Object::toString).orElse(""),
                link.map(Link::mtu).orElse(0),
                link.map(Link::kind).orElse(""),
                link.map(this::addresses).orElse(List.of()),
                users,
                micros(node.announcer().arpIntervalNanos(name)),
                micros(node.announcer().neighbourIntervalNanos(name)),
                micros(delay.upNanos()),
                micros(delay.downNanos()),
                link.map(times::sinceMillis).orElse(0L));
    }

    private List<String> addresses(Link link) {
        return node.links().addresses(link.index()).stream()
                .map(InterfaceAddress::prefix)
                .map(Object::toString)
                .toList();
    }

    private static long micros(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(nanos);
    }
}
