package org.ninelives.vrrp.settings;

import static org.ninelives.config.grammar.ArgumentTypes.bool;
import static org.ninelives.config.grammar.ArgumentTypes.integer;
import static org.ninelives.config.grammar.ArgumentTypes.oneOf;
import static org.ninelives.config.grammar.ArgumentTypes.seconds;
import static org.ninelives.config.grammar.ArgumentTypes.word;
import static org.ninelives.vrrp.settings.CommonTypes.flag;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.configuration.NetTypes;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;

/** The keywords of {@code vrrp_instance}: here who it is and how it is elected. */
final class InstanceGrammar {

    /** The first state a file may ask for. */
    enum InitialState {
        MASTER,
        BACKUP
    }

    static final Keyword<Optional<InitialState>> STATE =
            Keyword.optional(
                    "state", oneOf(InitialState.class), "first intent; the priority decides");
    static final Keyword<Optional<InterfaceName>> INTERFACE =
            Keyword.optional(
                    "interface",
                    NetTypes.interfaceName(),
                    "interface of the adverts and, by default, of the addresses");
    static final Keyword<Optional<Integer>> VIRTUAL_ROUTER_ID =
            Keyword.optional(
                    "virtual_router_id",
                    integer(1, 255),
                    "number of the virtual router on its network");
    static final Keyword<Optional<Integer>> VERSION =
            Keyword.optional("version", integer(2, 3), "version of the protocol");
    static final Keyword<Optional<Integer>> PRIORITY =
            Keyword.optional(
                    "priority", integer(1, 255), "election priority; 255 is the address owner");
    static final Keyword<Long> ADVERT_INT =
            Keyword.value(
                    "advert_int", seconds("0.01", "255"), 1_000_000_000L, "time between adverts");
    static final Keyword<Optional<Integer>> DOWN_TIMER_ADVERTS =
            Keyword.optional(
                    "down_timer_adverts",
                    integer(1, 100),
                    "adverts missed before a backup takes over");

    static final Keyword<Boolean> PREEMPT =
            flag("preempt", "a master of lower priority is replaced; the default");
    static final Keyword<Boolean> NOPREEMPT =
            flag("nopreempt", "a master of lower priority is left in place");
    static final Keyword<Long> PREEMPT_DELAY =
            Keyword.value(
                    "preempt_delay",
                    seconds("0", "1000"),
                    0L,
                    "wait before a lower master is replaced");
    static final Keyword<Optional<Boolean>> LOWER_PRIO_NO_ADVERT =
            Keyword.optional(
                    "lower_prio_no_advert", bool(), "an advert of lower priority is not answered");
    static final Keyword<Optional<Boolean>> HIGHER_PRIO_SEND_ADVERT =
            Keyword.optional("higher_prio_send_advert", bool(), "one more advert before yielding");
    static final Keyword<Optional<Boolean>> OWNER_IGNORE_ADVERTS =
            Keyword.optional("owner_ignore_adverts", bool(), "the owner ignores adverts of others");
    static final Keyword<Optional<Boolean>> STRICT_MODE =
            Keyword.optional("strict_mode", bool(), "what the RFC does not allow is not done");

    private static final Keyword<Boolean> NATIVE_IPV6 =
            flag("native_ipv6", "no longer needed")
                    .withRemark(
                            "obsolete and without effect; the family follows from the addresses");
    private static final Keyword<Boolean> LINKBEAT_USE_POLLING =
            flag("linkbeat_use_polling", "no longer needed")
                    .withRemark("obsolete and without effect; the kernel tells of link changes");
    private static final Keyword<Integer> DEBUG =
            Keyword.value("debug", integer(0, 4), 0, "no longer needed")
                    .withRemark("obsolete and without effect; see -D for a detailed log");

    static final Keyword<List<Block<String>>> VRRP_INSTANCE =
            Keyword.blocks("vrrp_instance", word("a name"), grammar(), "one virtual router");

    private InstanceGrammar() {}

    private static BlockGrammar grammar() {
        List<Keyword<?>> keywords =
                new ArrayList<>(
                        List.of(
                                STATE,
                                INTERFACE,
                                VIRTUAL_ROUTER_ID,
                                VERSION,
                                PRIORITY,
                                ADVERT_INT,
                                DOWN_TIMER_ADVERTS,
                                PREEMPT,
                                NOPREEMPT,
                                PREEMPT_DELAY,
                                LOWER_PRIO_NO_ADVERT,
                                HIGHER_PRIO_SEND_ADVERT,
                                OWNER_IGNORE_ADVERTS,
                                STRICT_MODE,
                                NATIVE_IPV6,
                                LINKBEAT_USE_POLLING,
                                DEBUG));
        keywords.addAll(AuthenticationGrammar.KEYWORDS);
        keywords.addAll(TransportGrammar.KEYWORDS);
        keywords.addAll(MasterGrammar.KEYWORDS);
        keywords.addAll(AnnounceGrammar.KEYWORDS);
        keywords.addAll(VirtualInterfaceGrammar.KEYWORDS);
        keywords.addAll(TrackingGrammar.KEYWORDS);
        keywords.addAll(NotifyGrammar.OF_INSTANCE);
        keywords.addAll(OldKeywords.OF_INSTANCE);
        return BlockGrammar.of(keywords);
    }
}
