package org.ninelives.vrrp.internal;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ninelives.api.dump.DumpFile;
import org.ninelives.api.dump.DumpSection;
import org.ninelives.api.dump.DumpSection.Place;
import org.ninelives.api.dump.DumpSource;
import org.ninelives.api.json.JsonObject;
import org.ninelives.api.management.VrrpSyncGroupStatus;
import org.ninelives.vrrp.dump.GroupText;
import org.ninelives.vrrp.dump.InstanceJson;
import org.ninelives.vrrp.dump.InstanceText;
import org.ninelives.vrrp.dump.InstanceView;
import org.ninelives.vrrp.dump.InterfaceText;
import org.ninelives.vrrp.dump.StatsText;
import org.ninelives.vrrp.engine.VrrpService;
import org.ninelives.vrrp.settings.SyncGroupSettings;
import org.ninelives.vrrp.settings.VrrpSettings;

/**
 * What there is to tell of virtual routers in dumps.
 *
 * @param commandOfScript the command of a {@code vrrp_script}, by its name
 */
record VrrpDump(VrrpService service, UnaryOperator<String> commandOfScript) implements DumpSource {

    @Override
    public List<DumpSection> sections(DumpFile file) {
        return switch (file) {
            case DATA -> data();
            case STATS -> stats();
            case PARENT, CHECK, BFD -> List.of();
        };
    }

    private List<DumpSection> stats() {
        return DumpSection.ofAny(Place.INSTANCES, "", StatsText.of(service.views()));
    }

    private List<DumpSection> data() {
        VrrpSettings settings = service.applied();
        List<InstanceView> views = service.views();
        return Stream.of(
                        DumpSection.ofAny(
                                Place.INSTANCES,
                                "VRRP Topology",
                                InstanceText.of(
                                        views, groupByMember(settings), ZoneId.systemDefault())),
                        DumpSection.ofAny(
                                Place.GROUPS,
                                "VRRP Sync groups",
                                GroupText.of(settings.groups(), this::status)),
                        DumpSection.ofAny(
                                Place.INTERFACES,
                                "Interfaces",
                                InterfaceText.of(service.interfaces())))
                .flatMap(List::stream)
                .toList();
    }

    private VrrpSyncGroupStatus status(SyncGroupSettings group) {
        return service.groupStatus(group.name())
                .orElseGet(() -> new VrrpSyncGroupStatus(group.name(), "INIT", Map.of(), 0, 0));
    }

    private static Map<String, String> groupByMember(VrrpSettings settings) {
        Map<String, String> groups = new HashMap<>();
        settings.groups()
                .forEach(group -> group.members().forEach(name -> groups.put(name, group.name())));
        return groups;
    }

    @Override
    public Map<String, List<JsonObject>> objects() {
        InstanceJson json = new InstanceJson(commandOfScript);
        List<JsonObject> objects = service.views().stream().map(json::of).toList();
        return objects.isEmpty() ? Map.of() : Map.of("vrrp", objects);
    }

    @Override
    public void clearCounters() {
        service.clearCounters();
    }
}
