package org.ninelives.vrrp.settings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;
import org.ninelives.config.grammar.Values;
import org.ninelives.vrrp.core.RouterSettings;
import org.ninelives.vrrp.settings.InstanceGrammar.AuthenticationType;
import org.ninelives.vrrp.settings.InstanceGrammar.InitialState;
import org.ninelives.vrrp.wire.AdvertFormat;
import org.ninelives.vrrp.wire.Authentication;
import org.ninelives.vrrp.wire.OldChecksum;
import org.ninelives.vrrp.wire.Password;
import org.ninelives.vrrp.wire.UnicastPeer;

/**
 * Reads one {@code vrrp_instance}: fills in what is not written and checks what must fit together.
 */
final class InstanceReader {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long CENTISECOND_NANOS = 10_000_000L;

    /** Twelve bits of centiseconds, RFC 9568 section 5.2.7. */
    private static final long V3_INTERVAL_NANOS_MAX = 4095 * CENTISECOND_NANOS;

    private static final int DEFAULT_PRIORITY = 100;

    private final String name;
    private final Values values;
    private final Values globals;
    private final Problems problems;
    private boolean runnable = true;

    InstanceReader(String name, Values values, Values globals, Problems problems) {
        this.name = name;
        this.values = values;
        this.globals = globals;
        this.problems = problems;
    }

    /** The settings, or nothing if the instance cannot run; then a problem says why. */
    Optional<InstanceSettings> read() {
        Optional<InterfaceName> interfaceName =
                required(InstanceGrammar.INTERFACE, "an interface is needed");
        Optional<Integer> virtualRouterId =
                required(InstanceGrammar.VIRTUAL_ROUTER_ID, "a number in 1..255 is needed");
        int version =
                values.get(InstanceGrammar.VERSION).orElse(globals.get(GlobalGrammar.VRRP_VERSION));
        List<VirtualAddress> excluded = addresses(InstanceGrammar.VIRTUAL_IPADDRESS_EXCLUDED);
        List<VirtualAddress> advertised = advertised(version, excluded);
        List<UnicastPeer> peers = peers();
        Optional<IpAddress> source = source(peers);
        RouterSettings router = router(version);
        Authentication authentication = authentication(version);
        if (!runnable || interfaceName.isEmpty() || virtualRouterId.isEmpty()) {
            return Optional.empty();
        }
        boolean unicast = !peers.isEmpty();
        Optional<IpAddress> group = unicast ? Optional.empty() : Optional.of(group());
        AdvertFormat advert =
                new AdvertFormat(
                        IpAddress.Family.IPV4,
                        version,
                        virtualRouterId.get(),
                        router.advertIntervalNanos(),
                        advertised.stream().map(VirtualAddress::address).toList(),
                        authentication,
                        peers,
                        checksSource(peers),
                        unicast
                                ? values.get(InstanceGrammar.UNICAST_TTL)
                                : AdvertFormat.MULTICAST_TTL,
                        orGlobal(
                                InstanceGrammar.V3_CHECKSUM_AS_V2, GlobalGrammar.V3_CHECKSUM_AS_V2),
                        OldChecksum.AUTOMATIC,
                        orGlobal(
                                InstanceGrammar.SKIP_CHECK_ADV_ADDR,
                                GlobalGrammar.SKIP_CHECK_ADV_ADDR),
                        router.isOwner()
                                && orGlobal(
                                        InstanceGrammar.OWNER_IGNORE_ADVERTS,
                                        GlobalGrammar.OWNER_IGNORE_ADVERTS));
        return Optional.of(
                new InstanceSettings(
                        name,
                        new InstanceKey(interfaceName.get(), virtualRouterId.get(), group, 0),
                        router,
                        advert,
                        source,
                        peers,
                        advertised,
                        excluded,
                        values.get(InstanceGrammar.KERNEL_RX_BUF_SIZE)
                                .map(OptionalInt::of)
                                .orElse(OptionalInt.empty())));
    }

    private <T> Optional<T> required(Keyword<Optional<T>> keyword, String message) {
        Optional<T> value = values.get(keyword);
        if (value.isEmpty()) {
            cannotRun(keyword, message + "; " + name + " cannot run");
        }
        return value;
    }

    /**
     * The addresses for the adverts; those of the other family, and those beyond the 255th, are
     * only owned.
     */
    private List<VirtualAddress> advertised(int version, List<VirtualAddress> excluded) {
        List<VirtualAddress> advertised = new ArrayList<>();
        for (VirtualAddress address : addresses(InstanceGrammar.VIRTUAL_IPADDRESS)) {
            if (address.address().family() == IpAddress.Family.IPV6) {
                warn(
                        InstanceGrammar.VIRTUAL_IPADDRESS,
                        address.address()
                                + " is of the other family; it is owned and not advertised");
                excluded.add(address);
            } else if (advertised.size() == AdvertFormat.ADDRESSES_MAX) {
                warn(
                        InstanceGrammar.VIRTUAL_IPADDRESS,
                        address.address()
                                + " no longer fits into the advert; it is owned and not"
                                + " advertised");
                excluded.add(address);
            } else {
                advertised.add(address);
            }
        }
        if (advertised.isEmpty() && !values.get(InstanceGrammar.VIRTUAL_IPADDRESS).isEmpty()) {
            cannotRun(
                    InstanceGrammar.VIRTUAL_IPADDRESS,
                    "virtual routers of IPv6 are not supported in this version");
        } else if (advertised.isEmpty() && !values.get(InstanceGrammar.NO_VIRTUAL_IPADDRESS)) {
            if (version == 3) {
                cannotRun(
                        InstanceGrammar.VIRTUAL_IPADDRESS,
                        "version 3 needs an address; write no_virtual_ipaddress where none is"
                                + " wanted");
            } else {
                warn(InstanceGrammar.VIRTUAL_IPADDRESS, name + " has no address");
            }
        }
        return advertised;
    }

    /** The entries of a list; an address written twice counts once. */
    private List<VirtualAddress> addresses(Keyword<List<Located<VirtualAddress>>> keyword) {
        Map<IpAddress, VirtualAddress> unique = new LinkedHashMap<>();
        for (Located<VirtualAddress> entry : values.get(keyword)) {
            if (unique.putIfAbsent(entry.value().address(), entry.value()) != null) {
                problems.warning(
                        entry.position(),
                        keyword.name(),
                        entry.value().address() + " is written twice; once is used");
            }
        }
        return new ArrayList<>(unique.values());
    }

    private List<UnicastPeer> peers() {
        List<UnicastPeer> peers = new ArrayList<>();
        for (Located<UnicastPeer> peer : values.get(InstanceGrammar.UNICAST_PEER)) {
            if (peer.value().address().family() == IpAddress.Family.IPV4) {
                peers.add(peer.value());
            } else {
                problems.error(
                        peer.position(),
                        InstanceGrammar.UNICAST_PEER.name(),
                        peer.value().address() + " is not an IPv4 address; the peer is left out");
            }
        }
        if (values.isSet(InstanceGrammar.UNICAST_PEER) && peers.isEmpty()) {
            warn(InstanceGrammar.UNICAST_PEER, "there is no peer in it; adverts are multicast");
        }
        return peers;
    }

    /**
     * {@code unicast_src_ip} and {@code mcast_src_ip} are one setting with two names; the fitting
     * one is preferred.
     */
    private Optional<IpAddress> source(List<UnicastPeer> peers) {
        Optional<IpAddress> unicast = values.get(InstanceGrammar.UNICAST_SRC_IP);
        Optional<IpAddress> multicast = values.get(InstanceGrammar.MCAST_SRC_IP);
        Optional<IpAddress> source =
                peers.isEmpty() ? multicast.or(() -> unicast) : unicast.or(() -> multicast);
        if (source.filter(address -> address.family() != IpAddress.Family.IPV4).isPresent()) {
            cannotRun(
                    unicast.equals(source)
                            ? InstanceGrammar.UNICAST_SRC_IP
                            : InstanceGrammar.MCAST_SRC_IP,
                    source.get() + " is not an IPv4 address");
        }
        return source;
    }

    private IpAddress group() {
        IpAddress global = globals.get(GlobalGrammar.VRRP_MCAST_GROUP4);
        Optional<IpAddress> own = values.get(InstanceGrammar.MCAST_DST_IP);
        if (own.filter(address -> address.family() != IpAddress.Family.IPV4).isPresent()) {
            warn(
                    InstanceGrammar.MCAST_DST_IP,
                    own.get() + " is not of the family of the instance; " + global + " is used");
            return global;
        }
        return own.orElse(global);
    }

    private RouterSettings router(int version) {
        Optional<InitialState> state = values.get(InstanceGrammar.STATE);
        Optional<Integer> written = values.get(InstanceGrammar.PRIORITY);
        boolean master = state.filter(InitialState.MASTER::equals).isPresent();
        int priority = written.orElse(master ? RouterSettings.OWNER_PRIORITY : DEFAULT_PRIORITY);
        if (master && written.isEmpty()) {
            warn(
                    InstanceGrammar.STATE,
                    "MASTER without a priority means priority 255, the owner of the addresses");
        }
        boolean preempt = !values.get(InstanceGrammar.NOPREEMPT);
        long preemptDelayNanos = values.get(InstanceGrammar.PREEMPT_DELAY);
        if (master || priority == RouterSettings.OWNER_PRIORITY) {
            String why =
                    priority == RouterSettings.OWNER_PRIORITY
                            ? "priority 255"
                            : "state MASTER; write state BACKUP";
            if (!preempt) {
                warn(InstanceGrammar.NOPREEMPT, "has no effect with " + why);
            }
            if (preemptDelayNanos > 0) {
                warn(InstanceGrammar.PREEMPT_DELAY, "has no effect with " + why);
            }
            preempt = true;
            preemptDelayNanos = 0;
        } else if (!preempt && preemptDelayNanos > 0) {
            warn(InstanceGrammar.PREEMPT_DELAY, "has no effect with nopreempt");
            preemptDelayNanos = 0;
        }
        return new RouterSettings(
                version,
                priority,
                preempt,
                preemptDelayNanos,
                advertInterval(version),
                values.get(InstanceGrammar.DOWN_TIMER_ADVERTS)
                        .orElse(globals.get(GlobalGrammar.DOWN_TIMER_ADVERTS)),
                globals.get(GlobalGrammar.STARTUP_DELAY),
                orGlobal(InstanceGrammar.LOWER_PRIO_NO_ADVERT, GlobalGrammar.LOWER_PRIO_NO_ADVERT),
                orGlobal(
                        InstanceGrammar.HIGHER_PRIO_SEND_ADVERT,
                        GlobalGrammar.HIGHER_PRIO_SEND_ADVERT),
                GarpReader.read(values, globals));
    }

    /** The interval in units the version can tell in its adverts. */
    private long advertInterval(int version) {
        long written = values.get(InstanceGrammar.ADVERT_INT);
        long unit = version == 2 ? SECOND_NANOS : CENTISECOND_NANOS;
        long max = version == 2 ? 255 * SECOND_NANOS : V3_INTERVAL_NANOS_MAX;
        long rounded = Math.clamp((written + unit / 2) / unit * unit, unit, max);
        if (rounded != written) {
            warn(
                    InstanceGrammar.ADVERT_INT,
                    version == 2
                            ? "version 2 counts whole seconds, so it becomes "
                                    + rounded / SECOND_NANOS
                                    + "; version 3 can do fractions"
                            : "version 3 counts hundredths of a second up to 40.95, so it becomes "
                                    + String.format("%.2f", (double) rounded / SECOND_NANOS));
        }
        return rounded;
    }

    private Authentication authentication(int version) {
        Values authentication = values.get(InstanceGrammar.AUTHENTICATION);
        Optional<AuthenticationType> type = authentication.get(InstanceGrammar.AUTH_TYPE);
        Optional<String> text = authentication.get(InstanceGrammar.AUTH_PASS);
        if (!values.isSet(InstanceGrammar.AUTHENTICATION)) {
            return Authentication.NONE;
        }
        if (version == 3) {
            warn(InstanceGrammar.AUTHENTICATION, "version 3 has no authentication; ignored");
            return Authentication.NONE;
        }
        if (type.filter(AuthenticationType.AH::equals).isPresent()) {
            problems.cannotRun(
                    authentication.position(InstanceGrammar.AUTH_TYPE),
                    InstanceGrammar.AUTH_TYPE.name(),
                    "AH is not supported in this version; " + name + " cannot run");
            runnable = false;
            return Authentication.NONE;
        }
        if (type.isEmpty() || text.filter(password -> !password.isEmpty()).isEmpty()) {
            problems.error(
                    authentication.position(),
                    InstanceGrammar.AUTHENTICATION.name(),
                    (type.isEmpty() ? "auth_type" : "auth_pass")
                            + " is missing; adverts are not authenticated");
            return Authentication.NONE;
        }
        if (text.get().getBytes(StandardCharsets.UTF_8).length > Password.BYTES) {
            problems.warning(
                    authentication.position(InstanceGrammar.AUTH_PASS),
                    InstanceGrammar.AUTH_PASS.name(),
                    "only the first " + Password.BYTES + " characters count");
        }
        return new Authentication.SimpleText(Password.of(text.get()));
    }

    /** Sources are checked where it is asked for, and where a peer has TTL bounds. */
    private boolean checksSource(List<UnicastPeer> peers) {
        boolean asked =
                values.get(InstanceGrammar.CHECK_UNICAST_SRC)
                        || globals.get(GlobalGrammar.CHECK_UNICAST_SRC);
        boolean bounded =
                peers.stream().anyMatch(peer -> !peer.equals(UnicastPeer.of(peer.address())));
        return asked || bounded;
    }

    private boolean orGlobal(Keyword<Optional<Boolean>> keyword, Keyword<Boolean> global) {
        return values.get(keyword).orElse(globals.get(global));
    }

    private void warn(Keyword<?> keyword, String message) {
        problems.warning(values.position(keyword), keyword.name(), message);
    }

    private void cannotRun(Keyword<?> keyword, String message) {
        problems.cannotRun(values.position(keyword), keyword.name(), message);
        runnable = false;
    }
}
