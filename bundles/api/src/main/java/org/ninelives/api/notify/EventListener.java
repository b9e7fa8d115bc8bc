package org.ninelives.api.notify;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears what happens on this node, in the order in which it happens. Publish one in the service
 * registry.
 */
@ConsumerType
public interface EventListener {

    /**
     * Something happened. Called by one thread, which tells the others afterwards: hand on what
     * takes long.
     */
    void happened(Event event);
}
