package org.ninelives.api.notify;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears what happens to virtual routers, in the order in which it happens. Publish one in the
 * service registry.
 */
@ConsumerType
public interface VrrpEventListener {

    /**
     * Something happened. Called by one thread that waits for the answer but that nothing else
     * waits for.
     */
    void happened(VrrpEvent event);
}
