package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;
import org.ninelives.vrrp.core.Tracker;
import org.ninelives.vrrp.wire.UnicastPeer;

/** Reads all that is said about VRRP, and checks what concerns more than one virtual router. */
public final class SettingsReader {

    /** The keywords outside all blocks. */
    public static final BlockGrammar ROOT = root();

    /** The keywords in {@code global_defs}. */
    public static final BlockGrammar GLOBAL_DEFS = GlobalGrammar.GRAMMAR;

    private final Values globals;
    private final Problems problems;
    private final KeyFiles keyFiles;
    private final RoutingReader routing;
    private final InstanceNames names;
    private final TrackerReader trackers;
    private final ReadInstances read;
    private final Map<InstanceKey, List<InstanceSettings>> byRouter = new HashMap<>();
    private final Map<IpAddress, String> addressOwners = new HashMap<>();

    private SettingsReader(
            Values globals,
            Problems problems,
            KeyFiles keyFiles,
            RoutingNames routingNames,
            KnownTrackers trackers,
            ReadInstances read) {
        this.globals = globals;
        this.problems = problems;
        this.keyFiles = keyFiles;
        this.routing = new RoutingReader(routingNames, problems);
        this.names = new InstanceNames(problems);
        this.trackers = new TrackerReader(trackers, problems);
        this.read = read;
    }

    private static BlockGrammar root() {
        List<Keyword<?>> keywords = new ArrayList<>(GroupGrammar.KEYWORDS);
        keywords.add(InstanceGrammar.VRRP_INSTANCE);
        return BlockGrammar.of(keywords);
    }

    /**
     * The folders with names of tables and the like, where {@code global_defs} says other than the
     * usual; the first ships with iproute2, the second is the administrator's.
     */
    public static NameFolders nameFolders(Values globals) {
        return new NameFolders(
                globals.get(MachineGrammar.IPROUTE_USR_DIR),
                globals.get(MachineGrammar.IPROUTE_ETC_DIR));
    }

    /**
     * Reads the settings; an instance that cannot run is reported and left out.
     *
     * @param keyFiles where files named by {@code auth_hmac} are read
     * @param routingNames the names of tables and the like in routes and rules
     * @param trackers what can be tracked besides interfaces
     * @param read what the last reading has read; holds afterwards what this one has
     */
    public static VrrpSettings read(
            Values root,
            Values globals,
            Problems problems,
            KeyFiles keyFiles,
            RoutingNames routingNames,
            KnownTrackers trackers,
            ReadInstances read) {
        read.begin(globals);
        return new SettingsReader(globals, problems, keyFiles, routingNames, trackers, read)
                .readAll(root);
    }

    private VrrpSettings readAll(Values root) {
        Map<String, InstanceSettings> instances = new LinkedHashMap<>();
        for (Block<String> block : root.get(InstanceGrammar.VRRP_INSTANCE)) {
            readInstance(block.header(), block.values())
                    .ifPresent(settings -> instances.put(settings.name(), settings));
        }
        SyncGroupReader groupReader = new SyncGroupReader(globals, names, trackers, problems);
        List<SyncGroupSettings> groups = groupReader.read(root);
        List<InstanceSettings> grouped = groupReader.apply(groups, instances);
        trackers.warnOfUntracked();
        VrrpSettings settings =
                new VrrpSettings(
                        grouped,
                        groups,
                        new StaticReader(names, problems).read(root, globals, routing),
                        new GlobalReader(globals)
                                .read(
                                        new PaceReader(globals, problems).read(root),
                                        new DebounceReader(grouped, problems).read(root)));
        checkWeights(settings);
        return settings;
    }

    private void checkWeights(VrrpSettings settings) {
        Map<String, List<Tracker>> ofGroups = settings.trackersOfGroups();
        for (InstanceSettings each : settings.instances()) {
            List<Tracker> ofGroup = ofGroups.getOrDefault(each.name(), List.of());
            new WeightLint(names, problems, each, ofGroup).check();
        }
    }

    private Optional<InstanceSettings> readInstance(String name, Values values) {
        Optional<Values> earlier = names.define(name, values);
        if (earlier.isPresent()) {
            problems.error(
                    values.position(),
                    InstanceGrammar.VRRP_INSTANCE.name(),
                    name
                            + " is already defined at "
                            + earlier.get().position()
                            + "; this block is skipped");
            return Optional.empty();
        }
        int problemsBefore = problems.count();
        Optional<InstanceSettings> settings =
                read.find(name, values).or(() -> readAnew(name, values));
        if (problems.count() == problemsBefore) {
            settings.ifPresent(each -> read.keep(name, values, each));
        }
        Optional<InstanceSettings> admitted = settings.flatMap(each -> admit(each, values));
        admitted.ifPresent(each -> names.runs(name));
        return admitted;
    }

    private Optional<InstanceSettings> readAnew(String name, Values values) {
        InstanceScope scope = new InstanceScope(name, values, globals, problems);
        return new InstanceReader(scope, keyFiles, routing, trackers).read();
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
                                + settings.key()
                                        .interfaceName()
                                        .map(name -> " on " + name)
                                        .orElse("")
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
                        values.position(MasterGrammar.VIRTUAL_IPADDRESS),
                        MasterGrammar.VIRTUAL_IPADDRESS.name(),
                        address.address()
                                + " also belongs to "
                                + other
                                + "; it stays on this node as long as either is master");
            }
        }
    }
}
