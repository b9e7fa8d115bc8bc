package org.ninelives.vrrp.engine;

import org.ninelives.api.system.EchoProbe;
import org.ninelives.api.system.KernelSettings;
import org.ninelives.api.system.Links;
import org.ninelives.api.system.VirtualLink;
import org.ninelives.api.system.VirtualLinks;

/** What the virtual routers of this node share. */
interface Node {

    /** The time of this turn, nanoseconds of a monotonic clock. */
    long nowNanos();

    /**
     * How long a virtual router that starts now has to keep still: a start delay counts from the
     * beginning of the engine, {@code vrrp_delay_after_boot} from that of the system.
     */
    long startDelayNanos(long configuredNanos);

    KernelSettings kernelSettings();

    Links links();

    /** The addresses interfaces have to send adverts from. */
    Sources sources();

    /** Which interfaces count as up. */
    LinkStates linkStates();

    /** What is known of the things that others watch. */
    Findings findings();

    /** What operators have set in place of the configuration. */
    Overridden overridden();

    EchoProbe echo();

    VirtualLinks virtualLinks();

    /** Takes a virtual interface away when what was on it has been taken off. */
    void removeLater(VirtualLink link);

    Channels channels();

    Announcer announcer();

    Listener listener();

    /** Takes the log lines of this turn. */
    TurnLog log();

    /** Takes log lines about standing still. */
    Standstills standstills();

    /** What is on the machine because of the virtual routers. */
    Estate estate();

    /** Whose deadline comes next. */
    Agenda agenda();
}
