package org.ninelives.check.http.settings;

import java.time.Duration;
import java.util.List;
import org.ninelives.api.check.CheckSchedule;

/**
 * One {@code HTTP_GET} or {@code SSL_GET}.
 *
 * @param pages at least one, fetched one after the other
 * @param schedule with time for all of them
 * @param pageTimeout time for one of them once connected
 */
public record HttpSettings(List<Page> pages, CheckSchedule schedule, Duration pageTimeout) {

    public HttpSettings {
        pages = List.copyOf(pages);
    }
}
