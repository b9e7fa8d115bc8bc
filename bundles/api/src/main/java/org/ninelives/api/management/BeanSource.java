package org.ninelives.api.management;

import java.util.Collection;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The beans of one publisher, as one service however many they are: a service for each would make
 * the framework slow by the square of their number. When the service goes, so have all its beans;
 * listeners are not told of each. A {@link BeanCollection} makes one. Safe for use by several
 * threads.
 */
@ProviderType
public interface BeanSource {

    /** Those that are there now; changes with them. */
    Collection<Bean<?>> beans();

    /**
     * Has somebody told of each bean that comes and goes; of those that are there, on this thread
     * before it returns.
     */
    void attach(BeanListener listener);

    /** Ends that; when this returns the listener is not called any more. */
    void detach(BeanListener listener);
}
