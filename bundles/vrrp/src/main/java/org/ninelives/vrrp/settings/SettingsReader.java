package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.vrrp.wire.UnicastPeer;

/** Reads all virtual routers and checks what concerns more than one of them. */
public final class SettingsReader {

    /** The keywords outside all blocks. */
    public static final BlockGrammar ROOT = BlockGrammar.of(InstanceGrammar.VRRP_INSTANCE);

    /** The keywords in {@code global_defs}. */
    public static final BlockGrammar GLOBAL_DEFS = GlobalGrammar.GRAMMAR;

    private final Values globals;
    private final Problems problems;
    private final Map<String, Position> names = new HashMap<>();
    private final Map<InstanceKey, List<InstanceSettings>> byRouter = new HashMap<>();
    private final Map<IpAddress, String> addressOwners = new HashMap<>();

    private SettingsReader(Values globals, Problems problems) {
        this.globals = globals;
        this.problems = problems;
    }

    /** Reads the settings; an instance that cannot run is reported and left out. */
    public static VrrpSettings read(Values root, Values globals, Problems problems) {
        return new SettingsReader(globals, problems).readAll(root);
    }

    private VrrpSettings readAll(Values root) {
        List<InstanceSettings> instances = new ArrayList<>();
        for (Block<String> block : root.get(InstanceGrammar.VRRP_INSTANCE)) {
            Position position = block.values().position();
            Position earlier = names.putIfAbsent(block.header(), position);
            if (earlier != null) {
                problems.error(
                        position,
                        InstanceGrammar.VRRP_INSTANCE.name(),
                        block.header()
                                + " is already defined at "
                                + earlier
                                + "; this block is skipped");
                continue;
            }
            new InstanceReader(block.header(), block.values(), globals, problems)
                    .read()
                    .flatMap(settings -> admit(settings, block.values()))
                    .ifPresent(instances::add);
        }
        GlobalSettings none = GlobalSettings.DEFAULT;
        return new VrrpSettings(
                instances,
                List.of(),
                StaticSettings.NONE,
                new GlobalSettings(
                        globals.get(GlobalGrammar.LOG_UNKNOWN_VRIDS),
                        none.delayAfterBootNanos(),
                        new PaceSettings(globals.get(GlobalGrammar.GARP_INTERVAL), 0, List.of()),
                        none.debounce(),
                        none.firewall(),
                        none.suppressLocalIgmp(),
                        none.thread(),
                        none.netlink(),
                        none.interfacesMayChange()));
    }

    /**
     * Refuses a second instance of one virtual router; several unicast instances may share a VRID
     * if their peers differ.
     */
    private Optional<InstanceSettings> admit(InstanceSettings settings, Values values) {
        List<InstanceSettings> same =
                byRouter.computeIfAbsent(settings.key(), key -> new ArrayList<>());
        for (InstanceSettings other : same) {
            if (settings.key().group().isPresent() || sharePeers(settings, other)) {
                problems.cannotRun(
                        values.position(InstanceGrammar.VIRTUAL_ROUTER_ID),
                        InstanceGrammar.VIRTUAL_ROUTER_ID.name(),
                        "VRID "
                                + settings.key().virtualRouterId()
                                + " on "
                                + settings.key().interfaceName().orElseThrow()
                                + " belongs to "
                                + other.name()
                                + "; "
                                + settings.name()
                                + " needs one of its own");
                return Optional.empty();
            }
        }
        InstanceSettings admitted = settings.withOrdinal(same.size());
        same.add(admitted);
        warnOfSharedAddresses(admitted, values);
        return Optional.of(admitted);
    }

    private static boolean sharePeers(InstanceSettings one, InstanceSettings other) {
        Set<IpAddress> peers =
                one.peers().stream().map(UnicastPeer::address).collect(Collectors.toSet());
        return other.peers().stream().map(UnicastPeer::address).anyMatch(peers::contains);
    }

    private void warnOfSharedAddresses(InstanceSettings settings, Values values) {
        Set<IpAddress> own = new HashSet<>();
        for (VirtualAddress address : settings.addresses()) {
            if (!own.add(address.address())) {
                continue;
            }
            String other = addressOwners.putIfAbsent(address.address(), settings.name());
            if (other != null) {
                problems.warning(
                        values.position(InstanceGrammar.VIRTUAL_IPADDRESS),
                        InstanceGrammar.VIRTUAL_IPADDRESS.name(),
                        address.address()
                                + " also belongs to "
                                + other
                                + "; it stays on this node as long as either is master");
            }
        }
    }
}
