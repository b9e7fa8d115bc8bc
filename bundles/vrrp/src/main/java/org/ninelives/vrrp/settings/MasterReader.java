package org.ninelives.vrrp.settings;

import java.util.Optional;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.vrrp.core.RouterSettings;

/** Reads how an instance behaves as master. */
final class MasterReader {

    private final InstanceScope scope;
    private final RouterSettings router;

    private MasterReader(InstanceScope scope, RouterSettings router) {
        this.scope = scope;
        this.router = router;
    }

    static MasterSettings read(InstanceScope scope, RouterSettings router, boolean virtual) {
        MasterReader reader = new MasterReader(scope, router);
        return new MasterSettings(
                scope.get(InstanceGrammar.STATE)
                        .filter(InstanceGrammar.InitialState.MASTER::equals)
                        .isPresent(),
                reader.accept(),
                scope.get(MasterGrammar.PROMOTE_SECONDARIES),
                reader.extraAnnouncements(virtual),
                witness(scope));
    }

    /** RFC 9568 section 6.1: the owner accepts in any case. */
    private boolean accept() {
        boolean refused = scope.wins(MasterGrammar.NO_ACCEPT, MasterGrammar.ACCEPT);
        if (router.isOwner()) {
            if (refused) {
                scope.warn(
                        MasterGrammar.NO_ACCEPT,
                        "has no effect with priority 255, the owner of the addresses");
            }
            return true;
        }
        if (refused) {
            return false;
        }
        return !scope.isStrict() || acceptsStrictly();
    }

    private boolean acceptsStrictly() {
        boolean written = scope.get(MasterGrammar.ACCEPT);
        if (written && router.version() == 3) {
            return true;
        }
        if (written) {
            scope.warn(
                    MasterGrammar.ACCEPT, "has no effect in version 2 with strict mode (RFC 3768)");
        } else if (!scope.isSet(MasterGrammar.NO_ACCEPT)) {
            scope.warnOfStrictness(
                    "the addresses of "
                            + scope.name()
                            + " will not answer, not even to ping: strict mode drops all packets to"
                            + " them unless the priority is 255; write strict_mode off in it"
                            + (router.version() == 3 ? ", or accept" : ""));
        }
        return false;
    }

    /** Only a virtual interface needs them: otherwise adverts keep switches informed. */
    private Optional<ExtraAnnouncements> extraAnnouncements(boolean virtual) {
        Optional<ExtraAnnouncements> own =
                scope.get(AnnounceGrammar.GARP_EXTRA_IF)
                        .or(() -> scope.get(AnnounceGrammar.VMAC_GARP_INTVL));
        if (!virtual) {
            if (own.isPresent()) {
                Keyword<?> word =
                        scope.isSet(AnnounceGrammar.GARP_EXTRA_IF)
                                ? AnnounceGrammar.GARP_EXTRA_IF
                                : AnnounceGrammar.VMAC_GARP_INTVL;
                scope.warn(word, "has no effect without use_vmac");
            }
            return Optional.empty();
        }
        return own.or(() -> scope.getGlobal(GlobalGrammar.GARP_EXTRA_IF))
                .or(() -> scope.getGlobal(GlobalGrammar.VMAC_GARP_INTVL))
                .filter(extra -> extra.periodNanos() > 0);
    }

    /** Who must answer before a claim. */
    static Optional<Witness> witness(InstanceScope scope) {
        return scope.get(MasterGrammar.WITNESS)
                .or(() -> scope.getGlobal(GlobalGrammar.VRRP_WITNESS));
    }
}
