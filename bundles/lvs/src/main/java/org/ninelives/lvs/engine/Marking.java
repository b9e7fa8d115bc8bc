package org.ninelives.lvs.engine;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.ipvs.FwmarkTable;
import org.ninelives.api.ipvs.FwmarkTables;
import org.ninelives.api.system.SystemException;
import org.ninelives.lvs.core.Marks;
import org.ninelives.lvs.settings.FwmarkSettings;
import org.ninelives.lvs.settings.LvsGlobals;
import org.ninelives.lvs.settings.VirtualServerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The marks of groups in the packet filter ({@code nftables_ipvs}). Loop thread only. */
final class Marking {

    private static final Logger LOG = LoggerFactory.getLogger(Marking.class);

    private final FwmarkTables tables;
    private final Marks marks = new Marks();
    private Optional<FwmarkSettings> settings = Optional.empty();
    private Optional<String> networkNamespace = Optional.empty();
    private Optional<FwmarkTable> table = Optional.empty();

    Marking(FwmarkTables tables) {
        this.tables = tables;
    }

    /**
     * Marks the packets of groups, where that is wanted.
     *
     * @return the virtual servers as the kernel shall have them; as they are, if it cannot mark
     */
    List<VirtualServerSettings> mark(LvsGlobals globals, List<VirtualServerSettings> servers) {
        if (!globals.fwmarks().equals(settings)
                || !globals.networkNamespace().equals(networkNamespace)) {
            close();
            settings = globals.fwmarks();
            networkNamespace = globals.networkNamespace();
        }
        if (settings.isEmpty()) {
            return servers;
        }
        Marks.Marked marked = marks.mark(settings.get().firstMark(), servers);
        try {
            if (table.isEmpty()) {
                table = Optional.of(open(settings.get()));
            }
            table.get().set(marked.rules());
            return marked.servers();
        } catch (SystemException e) {
            LOG.error(
                    "nftables_ipvs: {}. Each address of a group has a service of its own",
                    e.getMessage());
            close();
            return servers;
        }
    }

    private FwmarkTable open(FwmarkSettings wanted) throws SystemException {
        return tables.open(networkNamespace, wanted.table(), wanted.priority());
    }

    void close() {
        table.ifPresent(FwmarkTable::close);
        table = Optional.empty();
    }
}
