package org.ninelives.vrrp.settings;

import java.util.Optional;
import org.ninelives.api.system.Rule;

/**
 * A rule that is there while an instance is master or, when static, while the daemon runs.
 *
 * @param rule what the kernel gets
 * @param noTrack the state of no instance depends on it, and it is not put back when others remove
 *     it
 * @param trackGroup the {@code track_group} whose instances depend on a static rule
 */
public record VirtualRule(Rule rule, boolean noTrack, Optional<String> trackGroup) {}
