package org.ninelives.linux.nftables;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.ipvs.FwmarkRule;
import org.ninelives.api.ipvs.FwmarkTable;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.SystemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A table of each address family that marks packets. */
final class LinuxFwmarkTable implements FwmarkTable {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxFwmarkTable.class);

    private final BatchSocket socket;
    private final String name;
    private final int priority;
    private final Map<IpAddress.Family, List<FwmarkRule>> applied =
            new EnumMap<>(IpAddress.Family.class);

    LinuxFwmarkTable(BatchSocket socket, String name, int priority) {
        this.socket = socket;
        this.name = name;
        this.priority = priority;
    }

    @Override
    public void set(List<FwmarkRule> rules) throws SystemException {
        Optional<SystemException> failure = Optional.empty();
        for (IpAddress.Family family : IpAddress.Family.values()) {
            List<FwmarkRule> its =
                    rules.stream().filter(rule -> rule.first().family() == family).toList();
            if (its.equals(applied.getOrDefault(family, List.of()))) {
                continue;
            }
            try {
                replace(family, its);
                applied.put(family, its);
            } catch (SystemException e) {
                failure = Optional.of(e); // The other family shall not suffer from it.
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private void replace(IpAddress.Family family, List<FwmarkRule> rules) throws SystemException {
        TableName table = new TableName(family, name);
        socket.send(
                FwmarkShape.bytes(rules),
                batch -> {
                    TableShape.writeRemoval(batch, table);
                    if (!rules.isEmpty()) {
                        new FwmarkShape(batch, table).write(rules, priority);
                    }
                });
    }

    @Override
    public void close() {
        try {
            set(List.of());
        } catch (SystemException e) {
            LOG.warn("table {} stays: {}", name, e.getMessage());
        }
        socket.close();
    }
}
