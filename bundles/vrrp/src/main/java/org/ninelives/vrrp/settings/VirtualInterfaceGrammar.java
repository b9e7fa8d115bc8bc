package org.ninelives.vrrp.settings;

import static org.ninelives.vrrp.settings.CommonTypes.flag;

import java.util.List;
import java.util.Optional;
import org.ninelives.config.grammar.Keyword;

/** The keywords of {@code vrrp_instance} about interfaces of its own. */
final class VirtualInterfaceGrammar {

    static final Keyword<Optional<VmacWords>> USE_VMAC =
            Keyword.optional(
                    "use_vmac",
                    new VmacWords.Type(),
                    "the instance runs on a macvlan with the virtual router MAC");
    static final Keyword<Boolean> USE_VMAC_ADDR =
            flag("use_vmac_addr", "addresses on other interfaces get macvlans of these");
    static final Keyword<Boolean> VMAC_XMIT_BASE =
            flag("vmac_xmit_base", "adverts leave and enter by the interface below");
    static final Keyword<Optional<IpvlanWords>> USE_IPVLAN =
            Keyword.optional(
                    "use_ipvlan", new IpvlanWords.Type(), "the instance runs on an ipvlan");

    static final List<Keyword<?>> KEYWORDS =
            List.of(USE_VMAC, USE_VMAC_ADDR, VMAC_XMIT_BASE, USE_IPVLAN);

    private VirtualInterfaceGrammar() {}
}
