package org.ninelives.testkit;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.system.KernelSetting;

/**
 * The settings of a fake machine: those of its interfaces, all 0 at first, and whether the kernel
 * reports groups of 224.0.0.0/24, which it does.
 */
public final class FakeSettings {

    private final FakeInterfaces interfaces;
    private final Map<KernelSetting, Integer> values = new HashMap<>();

    FakeSettings(FakeInterfaces interfaces) {
        this.interfaces = interfaces;
        set(new KernelSetting("net/ipv4/igmp_link_local_mcast_reports"), 1);
    }

    /** The value of a setting; empty when there is no such. */
    public OptionalInt value(KernelSetting setting) {
        if (values.containsKey(setting)) {
            return OptionalInt.of(values.get(setting));
        }
        boolean exists =
                Stream.concat(
                                Stream.of("all", "default"),
                                interfaces.links().stream().map(link -> link.name().name()))
                        .anyMatch(link -> isOf(link, setting));
        return exists ? OptionalInt.of(0) : OptionalInt.empty();
    }

    /** Changes a setting, as another program would. */
    public void set(KernelSetting setting, int value) {
        values.put(setting, value);
    }

    void forget(InterfaceName link) {
        values.keySet().removeIf(setting -> isOf(link.name(), setting));
    }

    private static boolean isOf(String link, KernelSetting setting) {
        return setting.path().contains("/conf/" + link + "/");
    }
}
