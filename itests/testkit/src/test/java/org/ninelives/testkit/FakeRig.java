package org.ninelives.testkit;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import org.ninelives.api.system.KernelSetting;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.WatchLoop;
import org.ninelives.testkit.contract.FileHand;
import org.ninelives.testkit.contract.ProcessHand;
import org.ninelives.testkit.contract.Rig;

/** Two fake machines. */
final class FakeRig implements Rig {

    private final FakeLan lan = new FakeLan();
    private final FakeMachine machine = new FakeMachine(lan, "machine");
    private final FakeMachine peer = new FakeMachine(lan, "peer");

    FakeRig() {
        machine.refusals().surviveFailures();
    }

    @Override
    public Loop start(LoopTask task) {
        return machine.startLoop("test", task);
    }

    @Override
    public Loop startPeer(LoopTask task) {
        return peer.startLoop("peer", task);
    }

    @Override
    public WatchLoop startWatch(LoopTask task) {
        return machine.startWatchLoop("watch", task);
    }

    @Override
    public <T> T on(WatchLoop loop, Callable<T> work) throws Exception {
        FutureTask<T> future = new FutureTask<>(work);
        loop.post(future);
        lan.settle();
        if (!future.isDone()) {
            throw new AssertionError("posted work did not run");
        }
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public void until(String what, BooleanSupplier happened) {
        for (int i = 0; i < 1000 && !happened.getAsBoolean(); i++) {
            lan.advance(Duration.ofMillis(1));
        }
        if (!happened.getAsBoolean()) {
            throw new AssertionError("not within a second: " + what);
        }
    }

    @Override
    public void wire(String link) {
        machine.addLink(link);
        peer.addLink(link);
    }

    @Override
    public void addLink(String link) {
        machine.addLink(link);
    }

    @Override
    public void removeLink(String link) {
        machine.removeLink(link);
    }

    @Override
    public void renameLink(String link, String newName) {
        machine.renameLink(link, newName);
    }

    @Override
    public void setForwardsIpv6(String link, boolean forwards) {
        machine.setForwardsIpv6(link, forwards);
    }

    @Override
    public void setUp(String link, boolean up) {
        machine.setUp(link, up);
    }

    @Override
    public void addAddress(String link, String prefix) {
        machine.addAddress(link, prefix);
    }

    @Override
    public void removeAddress(String link, String prefix) {
        machine.removeAddress(link, prefix);
    }

    @Override
    public void addPeerAddress(String link, String prefix) {
        peer.addAddress(link, prefix);
    }

    @Override
    public void inject(String link, ByteBuffer packet) {
        machine.receive(link, packet);
    }

    @Override
    public void addRoute(Route route) {
        machine.routing().add(route);
    }

    @Override
    public void removeRoute(Route route) {
        machine.routing().remove(route);
    }

    @Override
    public void addRule(Rule rule) {
        machine.routing().add(rule);
    }

    @Override
    public void removeRule(Rule rule) {
        machine.routing().remove(rule);
    }

    @Override
    public void set(KernelSetting setting, int value) {
        machine.settings().set(setting, value);
    }

    @Override
    public ProcessHand processes() {
        return new FakeProcessHand(machine.processes());
    }

    @Override
    public FileHand files() {
        return new FakeFileHand(machine.files());
    }

    @Override
    public void close() {
        // Nothing outlives the objects.
    }
}
