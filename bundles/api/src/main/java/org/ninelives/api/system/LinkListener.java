package org.ninelives.api.system;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears of interfaces and their addresses, on the loop's thread. */
@ConsumerType
public interface LinkListener {

    /**
     * An interface is new or differs from what was last told: state, name, MTU, Ethernet address,
     * group, parent, master. The index stays; an interface that was made anew has another, and the
     * old one is told to be gone.
     */
    void linkChanged(Link link);

    /** An interface is gone. Its addresses are told to be gone first. */
    void linkRemoved(Link link);

    /**
     * An address is new, or its attributes differ from what was last told; a remaining lifetime
     * that only went on does not count. The end of duplicate address detection is told so: the flag
     * TENTATIVE goes, or DAD_FAILED comes.
     */
    void addressAdded(InterfaceAddress address);

    /** An address is gone. */
    void addressRemoved(InterfaceAddress address);
}
