package org.ninelives.testkit.contract;

import java.nio.ByteBuffer;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.ninelives.api.system.KernelSetting;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.WatchLoop;

/**
 * A machine under test, another one beside it, and the hands that move what surrounds them. Links
 * made here are up.
 */
public interface Rig extends AutoCloseable {

    /** Starts a loop on the machine under test. */
    Loop start(LoopTask task) throws Exception;

    /** Starts a loop on the machine beside it. */
    Loop startPeer(LoopTask task) throws Exception;

    /** Starts a loop that changes nothing on the machine under test. */
    WatchLoop startWatch(LoopTask task) throws Exception;

    /** Runs work on the thread of a loop, and answers what it answers. */
    <T> T on(WatchLoop loop, Callable<T> work) throws Exception;

    /** Lets time pass until something has happened; fails when it does not. */
    void until(String what, BooleanSupplier happened) throws Exception;

    /** Puts an interface of this name into both machines, connected to each other. */
    void wire(String link) throws Exception;

    /**
     * Puts an interface into the machine under test; nothing is known of what it is connected to.
     */
    void addLink(String link) throws Exception;

    /** Takes an interface out of the machine under test. */
    void removeLink(String link) throws Exception;

    /** Renames an interface of the machine under test. */
    void renameLink(String link, String newName) throws Exception;

    /** Lets an interface of the machine under test forward IPv6 packets or not. */
    void setForwardsIpv6(String link, boolean forwards) throws Exception;

    /** Sets an interface of the machine under test up or down. */
    void setUp(String link, boolean up) throws Exception;

    /** Puts an address on an interface of the machine under test, as another program would. */
    void addAddress(String link, String prefix) throws Exception;

    /** Takes an address off an interface of the machine under test. */
    void removeAddress(String link, String prefix) throws Exception;

    /** Puts an address on an interface of the machine beside. */
    void addPeerAddress(String link, String prefix) throws Exception;

    /**
     * Lets the machine under test receive a packet, of any length, that the machine beside sends.
     */
    void inject(String link, ByteBuffer packet) throws Exception;

    /** Puts a route into the machine under test, as another program would. */
    void addRoute(Route route) throws Exception;

    /** Takes a route out of the machine under test, as another program would. */
    void removeRoute(Route route) throws Exception;

    /** Puts a rule with {@code from} into the machine under test, as another program would. */
    void addRule(Rule rule) throws Exception;

    /** Takes a rule out of the machine under test, as another program would. */
    void removeRule(Rule rule) throws Exception;

    /** Changes a setting of the machine under test, as another program would. */
    void set(KernelSetting setting, int value) throws Exception;

    ProcessHand processes();

    FileHand files();

    @Override
    void close();
}
