package org.ninelives.vrrp.settings;

import java.util.Optional;
import org.ninelives.api.system.Route;

/**
 * A route that is there while an instance is master or, when static, while the daemon runs.
 *
 * @param route what the kernel gets
 * @param noTrack the state of no instance depends on it, and it is not put back when others remove
 *     it
 * @param trackGroup the {@code track_group} whose instances depend on a static route
 */
public record VirtualRoute(Route route, boolean noTrack, Optional<String> trackGroup) {}
