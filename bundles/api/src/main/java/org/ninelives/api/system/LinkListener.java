package org.ninelives.api.system;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears of interfaces and their addresses, on the loop's thread. */
@ConsumerType
public interface LinkListener {

    /**
     * An interface is new or differs from what was last told: state, name, MTU, Ethernet address.
     */
    void linkChanged(Link link);

    /** An interface is gone. Its addresses are told to be gone first. */
    void linkRemoved(Link link);

    void addressAdded(InterfaceAddress address);

    void addressRemoved(InterfaceAddress address);
}
