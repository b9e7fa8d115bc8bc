package org.ninelives.labs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * The configuration of a node of the lab {@code reload}, and edits of it that may not move
 * anything. VI_1 and VI_2 stay as they are, VI_3 and VI_4 are edited, and a guest comes and goes.
 */
final class EditedConfiguration {
    static final int GUEST_VRID = 99;

    private static final int ROUTERS = 4;
    private static final int STEADY = 2;
    private static final int VRID_BASE = 50;
    private static final int ADDRESSES_MAX = 5;
    private static final String STEADY_INTERVAL = "0.5";
    private static final List<String> INTERVALS = List.of("0.2", "0.3", STEADY_INTERVAL);

    private final String node;
    private final List<VirtualRouter> routers = new ArrayList<>();
    private String comment = "as it began";

    /** What stands in a {@code vrrp_instance}. */
    private record VirtualRouter(
            String name,
            int number,
            int priority,
            String interval,
            int garpRepeat,
            List<String> addresses) {

        VirtualRouter named(String other) {
            return new VirtualRouter(other, number, priority, interval, garpRepeat, addresses);
        }

        VirtualRouter every(String other) {
            return new VirtualRouter(name, number, priority, other, garpRepeat, addresses);
        }

        VirtualRouter announcing(int times) {
            return new VirtualRouter(name, number, priority, interval, times, addresses);
        }

        VirtualRouter with(List<String> others) {
            return new VirtualRouter(
                    name, number, priority, interval, garpRepeat, List.copyOf(others));
        }

        String text() {
            String peers =
                    number == GUEST_VRID ? "    unicast_peer {\n        10.0.0.77\n    }\n" : "";
            return """
            vrrp_instance %s {
                state BACKUP
                interface eth0
                virtual_router_id %d
                priority %d
                advert_int %s
                garp_master_repeat %d
            %s    virtual_ipaddress {
                    %s
                }
            }
            """
                    .formatted(
                            name,
                            number,
                            priority,
                            interval,
                            garpRepeat,
                            peers,
                            String.join("\n        ", addresses));
        }
    }

    /** Node a is to be master of VI_1 and VI_3, node b of the others. */
    EditedConfiguration(String node) {
        this.node = node;
        for (int i = 1; i <= ROUTERS; i++) {
            routers.add(
                    new VirtualRouter(
                            "VI_" + i,
                            VRID_BASE + i,
                            isMaster(i) ? 100 : 90,
                            STEADY_INTERVAL,
                            1,
                            List.of(address(i))));
        }
    }

    /** The first address of a router, which it always has. */
    static String address(int router) {
        return "10.0.0." + (40 + router) + "/24";
    }

    /** Whether the node is to be master of VI_i. */
    boolean isMaster(int i) {
        return (i % 2 == 1) == node.equals("a");
    }

    String text() {
        StringBuilder text = new StringBuilder("# " + comment + "\n");
        text.append("global_defs {\n    vrrp_version 3\n}\n");
        routers.forEach(router -> text.append(router.text()));
        return text.toString();
    }

    /** The addresses that the node is to have for VI_1 to VI_4. */
    Set<String> addresses() {
        Set<String> addresses = new TreeSet<>();
        routers.stream()
                .filter(router -> router.priority() == 100)
                .forEach(router -> addresses.addAll(router.addresses()));
        return addresses;
    }

    /** The address that the guest of this node may have. */
    String guestAddress() {
        return node.equals("a") ? "10.0.9.1/24" : "10.0.9.2/24";
    }

    /**
     * Makes a random edit.
     *
     * @return whether it changes more than the text
     */
    boolean edit(Random random) {
        Set<VirtualRouter> before = Set.copyOf(routers);
        int edited = indexOf("VI_" + random.nextInt(STEADY + 1, ROUTERS + 1));
        VirtualRouter router = routers.get(edited);
        switch (random.nextInt(8)) {
            case 0 -> comment = "edit " + random.nextInt();
            case 1 -> Collections.shuffle(routers, random);
            case 2 -> {
                if (!removeGuest()) {
                    routers.add(random.nextInt(routers.size()), guest());
                }
            }
            case 3 -> routers.set(edited, router.named(renamed(router, random)));
            case 4 -> routers.set(edited, router.every(INTERVALS.get(random.nextInt(3))));
            case 5 -> routers.set(edited, router.announcing(random.nextInt(1, 4)));
            default -> routers.set(edited, router.with(otherAddresses(router, random)));
        }
        return !before.equals(Set.copyOf(routers));
    }

    /** Removes the guest; whether there was one. */
    boolean removeGuest() {
        return routers.removeIf(router -> router.number() == GUEST_VRID);
    }

    private VirtualRouter guest() {
        return new VirtualRouter("GUEST", GUEST_VRID, 50, "1", 1, List.of(guestAddress()));
    }

    private static String renamed(VirtualRouter router, Random random) {
        return String.format(
                Locale.ROOT, "VI_%d_%d", router.number() - VRID_BASE, random.nextInt(3));
    }

    private static List<String> otherAddresses(VirtualRouter router, Random random) {
        List<String> addresses = new ArrayList<>(router.addresses());
        if (addresses.size() > 1 && (addresses.size() == ADDRESSES_MAX || random.nextBoolean())) {
            addresses.remove(random.nextInt(1, addresses.size()));
        } else {
            String another = "10.0.%d.%d/24".formatted(router.number(), random.nextInt(1, 250));
            if (!addresses.contains(another)) {
                addresses.add(another);
            }
        }
        return addresses;
    }

    private int indexOf(String name) {
        for (int i = 0; i < routers.size(); i++) {
            if (routers.get(i).name().startsWith(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
