package org.ninelives.testkit;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.LinkListener;
import org.ninelives.api.system.Links;

/** What a loop knows of the interfaces: the truth, one turn late. */
final class FakeLinks implements Links {

    private final FakeMachine machine;
    private final FakeInterfaces known = new FakeInterfaces();
    private final Queue<Runnable> news = new ArrayDeque<>();
    private final LinkListener monitor = new Monitor();
    private boolean watching;
    private boolean removalsExpected;

    /** Queues the events of the machine. */
    private final class Monitor implements LinkListener {

        @Override
        public void linkChanged(Link link) {
            news.add(() -> known.linkChanged(link));
        }

        @Override
        public void linkRemoved(Link link) {
            news.add(() -> known.linkRemoved(link));
        }

        @Override
        public void addressAdded(InterfaceAddress address) {
            news.add(() -> known.addressAdded(address));
        }

        @Override
        public void addressRemoved(InterfaceAddress address) {
            boolean expected = removalsExpected;
            news.add(
                    () -> {
                        if (expected) {
                            known.forget(address);
                        } else {
                            known.addressRemoved(address);
                        }
                    });
        }
    }

    FakeLinks(FakeMachine machine) {
        this.machine = machine;
    }

    /** Addresses that this work removes are not told to be gone. */
    void expectRemovals(Runnable work) {
        removalsExpected = true;
        work.run();
        removalsExpected = false;
    }

    boolean hasNews() {
        return !news.isEmpty();
    }

    void tellNext() {
        news.remove().run();
    }

    @Override
    public void watch(LinkListener listener) {
        machine.checkThread();
        if (!watching) {
            watching = true;
            machine.interfaces().tellAll(monitor);
            while (hasNews()) {
                tellNext();
            }
        }
        known.tellAll(listener);
    }

    @Override
    public Optional<Link> find(InterfaceName name) {
        machine.checkThread();
        return known.find(name);
    }

    @Override
    public Optional<Link> find(int linkIndex) {
        machine.checkThread();
        return known.find(linkIndex);
    }

    @Override
    public boolean forwardsIpv6(int linkIndex) {
        machine.checkThread();
        return machine.forwardsIpv6(linkIndex);
    }

    @Override
    public List<InterfaceAddress> addresses(int linkIndex) {
        machine.checkThread();
        return known.addresses(linkIndex);
    }

    void close() {
        machine.interfaces().forget(monitor);
        news.clear();
    }
}
