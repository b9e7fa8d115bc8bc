package org.ninelives.vrrp.settings;

import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.orBare;
import static org.ninelives.vrrp.settings.CommonTypes.flag;

import java.util.List;
import java.util.Optional;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Located;

/** The keywords of {@code vrrp_instance} about what a master owns and does. */
final class MasterGrammar {

    /** Whom a bare {@code timer_expired_backup} reckons with. */
    private static final int PEER_PRIORITY_MAX = 254;

    static final Keyword<List<Located<AddressLine>>> VIRTUAL_IPADDRESS =
            Keyword.entries(
                    "virtual_ipaddress",
                    AddressEntry.VIRTUAL,
                    "addresses the master owns and advertises");
    static final Keyword<List<Located<AddressLine>>> VIRTUAL_IPADDRESS_EXCLUDED =
            Keyword.entries(
                    "virtual_ipaddress_excluded",
                    AddressEntry.VIRTUAL,
                    "addresses the master owns and does not advertise");
    static final Keyword<Boolean> NO_VIRTUAL_IPADDRESS =
            flag("no_virtual_ipaddress", "no address is needed");
    static final Keyword<List<Located<String>>> VIRTUAL_ROUTES =
            Keyword.entries("virtual_routes", RouteEntry.DEFERRED, "routes the master owns");
    static final Keyword<List<Located<String>>> VIRTUAL_RULES =
            Keyword.entries("virtual_rules", RuleEntry.DEFERRED, "policy rules the master owns");
    static final Keyword<Boolean> PROMOTE_SECONDARIES =
            flag(
                    "promote_secondaries",
                    "other addresses of a network stay when its first one is removed");

    static final Keyword<Boolean> ACCEPT =
            flag("accept", "packets to the addresses are taken in; the default unless strict");
    static final Keyword<Boolean> NO_ACCEPT =
            flag("no_accept", "packets to the addresses are dropped unless the priority is 255");

    static final Keyword<Optional<Integer>> TIMER_EXPIRED_BACKUP =
            Keyword.optional(
                    "timer_expired_backup",
                    orBare(integer(1, PEER_PRIORITY_MAX), PEER_PRIORITY_MAX),
                    "a master that ran late returns to backup; highest priority of the peers");
    static final Keyword<Optional<Integer>> THREAD_TIMER_EXPIRED =
            Keyword.optional(
                    "thread_timer_expired",
                    orBare(integer(1, PEER_PRIORITY_MAX), PEER_PRIORITY_MAX),
                    "the same as timer_expired_backup");
    static final Keyword<Optional<Witness>> WITNESS =
            Keyword.optional("witness", new WitnessType(), WitnessType.HELP);

    static final List<Keyword<?>> KEYWORDS =
            List.of(
                    VIRTUAL_IPADDRESS,
                    VIRTUAL_IPADDRESS_EXCLUDED,
                    NO_VIRTUAL_IPADDRESS,
                    VIRTUAL_ROUTES,
                    VIRTUAL_RULES,
                    PROMOTE_SECONDARIES,
                    ACCEPT,
                    NO_ACCEPT,
                    TIMER_EXPIRED_BACKUP,
                    THREAD_TIMER_EXPIRED,
                    WITNESS);

    private MasterGrammar() {}
}
