package org.ninelives.lvs.internal;

import java.util.List;
import java.util.stream.Stream;
import org.ninelives.api.dump.DumpFile;
import org.ninelives.api.dump.DumpSection;
import org.ninelives.api.dump.DumpSource;
import org.ninelives.lvs.engine.LvsService;
import org.ninelives.lvs.settings.VirtualServerSettings;

/** What there is to tell of virtual servers in dumps. */
record ServerDump(LvsService service) implements DumpSource {

    @Override
    public List<DumpSection> sections(DumpFile file) {
        return file == DumpFile.CHECK
                ? DumpSection.ofAny(
                        DumpSection.Place.SERVERS,
                        "LVS Topology",
                        service.applied().virtualServers().stream().flatMap(this::lines).toList())
                : List.of();
    }

    private Stream<String> lines(VirtualServerSettings server) {
        return ServerText.of(server, service.view(server.name())).stream();
    }
}
