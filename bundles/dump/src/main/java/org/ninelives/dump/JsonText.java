package org.ninelives.dump;

import java.util.List;
import java.util.Map;
import org.ninelives.api.json.JsonObject;

/** The text of the JSON file. */
final class JsonText {

    /** The member of the first version, which is nothing else. */
    private static final String ROUTERS = "vrrp";

    private JsonText() {}

    /**
     * Writes it.
     *
     * @param version 1: a list of virtual routers; 2: an object of lists, of which that is the
     *     first
     * @param objects by their member
     */
    static String of(int version, Map<String, List<JsonObject>> objects) {
        List<JsonObject> routers = objects.getOrDefault(ROUTERS, List.of());
        if (version == 1) {
            return JsonObject.array(routers);
        }
        JsonObject all = new JsonObject().put(ROUTERS, routers);
        objects.forEach(
                (member, list) -> {
                    if (!member.equals(ROUTERS)) {
                        all.put(member, list);
                    }
                });
        return all.toString();
    }

    /** Whether there is anything to write: without a virtual router keepalived writes nothing. */
    static boolean isWorthwhile(Map<String, List<JsonObject>> objects) {
        return objects.containsKey(ROUTERS);
    }
}
