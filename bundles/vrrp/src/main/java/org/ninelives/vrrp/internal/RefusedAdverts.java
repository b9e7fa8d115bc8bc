package org.ninelives.vrrp.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ninelives.api.management.RefusedAdvert;

/**
 * The latest refused adverts of all virtual routers, by reason. Whoever looks at them does not
 * trouble the loop. Safe for use by several threads.
 */
final class RefusedAdverts {

    private final Map<String, Map<String, RefusedAdvert>> byInstance = new ConcurrentHashMap<>();

    void refused(String instance, RefusedAdvert advert) {
        byInstance
                .computeIfAbsent(instance, name -> new ConcurrentHashMap<>())
                .put(advert.reason(), advert);
    }

    void removed(String instance) {
        byInstance.remove(instance);
    }

    List<RefusedAdvert> of(String instance) {
        return List.copyOf(byInstance.getOrDefault(instance, Map.of()).values());
    }
}
