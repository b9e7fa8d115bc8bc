package org.ninelives.dbus.bus;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.management.Caller;
import org.ninelives.api.notify.VrrpState;

/** A daemon that only remembers what it was asked for, and by whom. */
final class FakeNode implements Node {

    static final String PATH = "/org/keepalived/Vrrp1/Instance/eth0/51/IPv4";

    final List<Instance> instances = new ArrayList<>();
    final List<String> deeds = new ArrayList<>();

    static Instance instance(String name, int identifier, VrrpState state) {
        return new Instance(name, "eth0", identifier, "IPv4", state);
    }

    @Override
    public List<Instance> instances() {
        return List.copyOf(instances);
    }

    @Override
    public VrrpState state(String instance) {
        return instances.stream()
                .filter(each -> each.name().equals(instance))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(instance + " does not run any more"))
                .state();
    }

    @Override
    public void print(Order order) {
        deeds.add(Caller.current() + " prints " + order.signal());
    }

    @Override
    public void reload() {
        deeds.add(Caller.current() + " reloads");
    }

    @Override
    public void sendGarp(String instance) {
        if (state(instance) != VrrpState.MASTER) {
            throw new IllegalStateException(instance + " is not master");
        }
        deeds.add(Caller.current() + " announces " + instance);
    }
}
