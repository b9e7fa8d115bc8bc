package org.ninelives.snmp.mib;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ninelives.api.management.RefusedAdvert;

/**
 * Which refused adverts are news: of each virtual router and each reason the first, and while they
 * go on the latest, ten seconds apart. keepalived tells each of them, and so tells a storm by a
 * storm. For one thread.
 */
final class RefusedNews {

    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Map<Key, Told> told = new HashMap<>();
    private boolean begun;

    private record Key(String instance, String reason) {}

    private record Told(long millis, long nanos) {}

    /**
     * Those that are to be told now. What was there at the first look is no news.
     *
     * @param nowNanos of a monotonic clock
     * @param adverts the latest for each reason, by virtual router
     */
    Map<String, List<RefusedAdvert>> look(long nowNanos, Map<String, List<RefusedAdvert>> adverts) {
        told.keySet().removeIf(key -> !adverts.containsKey(key.instance()));
        Map<String, List<RefusedAdvert>> news = new HashMap<>();
        adverts.forEach(
                (instance, latest) -> {
                    for (RefusedAdvert advert : latest) {
                        if (isNews(nowNanos, instance, advert)) {
                            news.computeIfAbsent(instance, name -> new ArrayList<>()).add(advert);
                        }
                    }
                });
        begun = true;
        return news;
    }

    private boolean isNews(long nowNanos, String instance, RefusedAdvert advert) {
        Key key = new Key(instance, advert.reason());
        Told before = told.get(key);
        boolean known = before != null && before.millis() == advert.millis();
        if (known || (before != null && nowNanos - before.nanos() < PAUSE_NANOS)) {
            return false;
        }
        told.put(key, new Told(advert.millis(), begun ? nowNanos : nowNanos - PAUSE_NANOS));
        return begun;
    }
}
