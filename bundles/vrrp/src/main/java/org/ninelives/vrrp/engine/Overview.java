package org.ninelives.vrrp.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ninelives.api.management.AdvertAges;
import org.ninelives.api.management.VrrpCounters;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.api.management.VrrpSyncGroupStatus;

/**
 * All virtual routers and sync groups at one moment, by their names.
 *
 * @param unknownVrids adverts whose VRID no virtual router has
 */
record Overview(
        Map<String, VrrpInstanceStatus> statuses,
        Map<String, VrrpCounters> counters,
        Map<String, AdvertAges> advertAges,
        Map<String, VrrpSyncGroupStatus> groups,
        long unknownVrids) {

    static final Overview NONE = new Overview(Map.of(), Map.of(), Map.of(), Map.of(), 0);

    static Overview of(
            List<RunningInstance> instances,
            Groups groups,
            Overridden overridden,
            long unknownVrids) {
        Map<String, VrrpInstanceStatus> statuses = HashMap.newHashMap(instances.size());
        Map<String, VrrpCounters> counters = HashMap.newHashMap(instances.size());
        Map<String, AdvertAges> advertAges = HashMap.newHashMap(instances.size());
        for (RunningInstance instance : instances) {
            statuses.put(instance.name(), Snapshot.of(instance, overridden));
            counters.put(instance.name(), instance.counters().snapshot());
            advertAges.put(instance.name(), instance.observation().ages());
        }
        return new Overview(statuses, counters, advertAges, groups.statuses(), unknownVrids);
    }
}
