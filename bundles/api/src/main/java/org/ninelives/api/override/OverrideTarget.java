package org.ninelives.api.override;

import java.util.Collection;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Who has objects that can be overridden. Publish one in the service registry; it is told at once
 * what holds, before its objects are there, so that they hold it from their first moment on.
 */
@ConsumerType
public interface OverrideTarget {

    /**
     * Exactly these hold from now on; those of other targets and of objects that are not there are
     * passed over. Returns when it is so. Never called by two threads at once.
     */
    void hold(Map<OverrideKey, LiveOverride> overrides);

    /**
     * What would hold without overrides, of those whose objects are here. Any thread.
     *
     * @return in the words of their kinds; {@link LiveOverride#OFF} where there is nothing to
     *     choose
     */
    Map<OverrideKey, String> configured(Collection<OverrideKey> keys);
}
