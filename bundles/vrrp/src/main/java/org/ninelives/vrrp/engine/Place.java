package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.SystemException;
import org.ninelives.vrrp.core.Fault;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.wire.WireMemory;

/**
 * Where one virtual router stands: its interface, the address it sends from, and the socket it
 * shares with others there.
 */
final class Place {

    private final RunningInstance instance;
    private final WireMemory memory;
    private final Node node;
    private Optional<Link> link = Optional.empty();
    private Optional<IpAddress> source = Optional.empty();
    private Optional<Channels.Channel> channel = Optional.empty();
    private Optional<Transmission> transmission = Optional.empty();
    private Optional<Fault> refused = Optional.empty();

    Place(RunningInstance instance, WireMemory memory, Node node) {
        this.instance = instance;
        this.memory = memory;
        this.node = node;
    }

    /** The interface it stands on; empty while that does not exist. */
    Optional<Link> link() {
        return link;
    }

    /** The address adverts are sent from. */
    Optional<IpAddress> source() {
        return source;
    }

    /** What sends its adverts; empty while there is no way to send any. */
    Optional<Transmission> transmission() {
        return transmission;
    }

    /** Whether it stands on the interface with this index. */
    boolean isOn(int linkIndex) {
        return link.filter(own -> own.index() == linkIndex).isPresent();
    }

    /** What the machine refused before is worth another try. */
    void tryAgain() {
        refused = Optional.empty();
    }

    /**
     * Looks at interface and addresses as they are now, and joins or leaves the socket there.
     *
     * @return what is wrong
     */
    List<Fault> look() {
        InstanceSettings settings = instance.settings();
        Surroundings now = Surroundings.look(settings, node);
        if (!now.link().map(Link::index).equals(link.map(Link::index))) {
            leave();
            tryAgain();
        }
        link = now.link();
        join();
        if (!now.source().equals(source)) {
            source = now.source();
            transmission = Optional.empty();
        }
        if (transmission.isEmpty() && channel.isPresent() && source.isPresent()) {
            transmission =
                    Optional.of(new Transmission(settings, source.get(), memory, channel.get()));
        }
        List<Fault> faults = new ArrayList<>(now.faults());
        refused.ifPresent(faults::add);
        return faults;
    }

    private void join() {
        boolean exists = link.isPresent() || instance.settings().key().interfaceName().isEmpty();
        if (!exists || channel.isPresent() || refused.isPresent()) {
            return;
        }
        try {
            channel = Optional.of(node.channels().join(instance, link));
        } catch (SystemException e) {
            refused = Optional.of(new Fault(Fault.Kind.SYSTEM, e.getMessage()));
        }
    }

    /** Leaves the socket; the next look joins one again. */
    void leave() {
        channel.ifPresent(joined -> joined.leave(instance));
        channel = Optional.empty();
        transmission = Optional.empty();
    }
}
