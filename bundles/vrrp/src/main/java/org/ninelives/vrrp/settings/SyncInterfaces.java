package org.ninelives.vrrp.settings;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.ipvs.SyncInterface;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.Values;

/** The virtual routers that name an interface on which connections are synchronised. */
public final class SyncInterfaces {

    private SyncInterfaces() {}

    /**
     * Reads them, in the order of the file.
     *
     * @param root read by {@link SettingsReader#ROOT}
     */
    public static List<SyncInterface> read(Values root) {
        List<SyncInterface> named = new ArrayList<>();
        for (Block<String> instance : root.get(InstanceGrammar.VRRP_INSTANCE)) {
            Values values = instance.values();
            values.get(OldKeywords.LVS_SYNC_DAEMON_INTERFACE)
                    .ifPresent(
                            interfaceName ->
                                    named.add(
                                            new SyncInterface(
                                                    instance.header(),
                                                    interfaceName,
                                                    values.position(
                                                            OldKeywords
                                                                    .LVS_SYNC_DAEMON_INTERFACE))));
        }
        return named;
    }
}
