package org.ninelives.vrrp.internal;

import java.util.List;
import org.ninelives.api.ipvs.SyncInterface;
import org.ninelives.api.ipvs.SyncInterfaceSource;
import org.ninelives.config.grammar.Values;
import org.ninelives.vrrp.settings.SyncInterfaces;
import org.osgi.service.component.annotations.Component;

/** Tells load balancing of {@code lvs_sync_daemon_interface}. */
@Component
public final class NamedSyncInterfaces implements SyncInterfaceSource {

    @Override
    public List<SyncInterface> read(Values root) {
        return SyncInterfaces.read(root);
    }
}
