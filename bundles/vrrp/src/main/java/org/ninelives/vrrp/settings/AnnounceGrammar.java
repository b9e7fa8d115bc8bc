package org.ninelives.vrrp.settings;

import java.util.List;
import java.util.Optional;
import org.ninelives.config.grammar.Keyword;

/** The keywords of {@code vrrp_instance} about announcing addresses by ARP and ND. */
final class AnnounceGrammar {

    static final Keyword<Optional<Long>> GARP_MASTER_DELAY =
            Keyword.optional(
                    "garp_master_delay",
                    CommonTypes.delay(),
                    "delay of the second burst of gratuitous ARP, 0 for none");
    static final Keyword<Optional<Integer>> GARP_MASTER_REPEAT =
            Keyword.optional(
                    "garp_master_repeat", CommonTypes.atLeastOne(), "gratuitous ARPs in a burst");
    static final Keyword<Optional<Long>> GARP_MASTER_REFRESH =
            Keyword.optional(
                    "garp_master_refresh",
                    CommonTypes.delay(),
                    "period of refresh bursts while master, 0 for none");
    static final Keyword<Optional<Integer>> GARP_MASTER_REFRESH_REPEAT =
            Keyword.optional(
                    "garp_master_refresh_repeat",
                    CommonTypes.atLeastOne(),
                    "gratuitous ARPs in a refresh burst");
    static final Keyword<Optional<Long>> GARP_LOWER_PRIO_DELAY =
            Keyword.optional(
                    "garp_lower_prio_delay",
                    CommonTypes.delay(),
                    "second burst after an advert of lower priority");
    static final Keyword<Optional<Integer>> GARP_LOWER_PRIO_REPEAT =
            Keyword.optional(
                    "garp_lower_prio_repeat",
                    CommonTypes.count(),
                    "burst after an advert of lower priority");
    static final Keyword<Optional<ExtraAnnouncements>> GARP_EXTRA_IF =
            Keyword.optional(
                    "garp_extra_if",
                    new ExtraAnnouncementsType("0"),
                    "period of further announcements for switches, 0 for none");
    static final Keyword<Optional<ExtraAnnouncements>> VMAC_GARP_INTVL =
            Keyword.optional(
                            "vmac_garp_intvl",
                            new ExtraAnnouncementsType("0"),
                            "the same as garp_extra_if")
                    .withRemark("is deprecated; write garp_extra_if");

    static final List<Keyword<?>> KEYWORDS =
            List.of(
                    GARP_MASTER_DELAY,
                    GARP_MASTER_REPEAT,
                    GARP_MASTER_REFRESH,
                    GARP_MASTER_REFRESH_REPEAT,
                    GARP_LOWER_PRIO_DELAY,
                    GARP_LOWER_PRIO_REPEAT,
                    GARP_EXTRA_IF,
                    VMAC_GARP_INTVL);

    private AnnounceGrammar() {}
}
