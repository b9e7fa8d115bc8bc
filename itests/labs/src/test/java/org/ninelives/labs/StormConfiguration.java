package org.ninelives.labs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A configuration of a node of the lab {@code storm}: two virtual routers that it shares with its
 * peer and that stay, and guests of its own, which own their addresses and so have them at once.
 * Immutable.
 *
 * @param node {@code a} or {@code b}
 * @param guests by their names
 */
record StormConfiguration(String node, Map<String, Guest> guests) {
    static final int GUESTS_MAX = 10;

    private static final int FIRST_GUEST_VRID = 101;

    /**
     * A virtual router that nobody else has.
     *
     * @param number 0 to 9, which makes its identifier and its network
     * @param interval of its adverts, in seconds
     * @param hosts the last octets of its addresses, at least one
     */
    record Guest(int number, int interval, Set<Integer> hosts) {
        Set<String> addresses() {
            Set<String> addresses = new TreeSet<>();
            hosts.forEach(host -> addresses.add("10.1.%d.%d/24".formatted(number, host)));
            return addresses;
        }

        String text(String name) {
            return router(name, FIRST_GUEST_VRID + number, 255, interval + "", addresses());
        }
    }

    /** What leads from one configuration to another, as the plan tells it but without details. */
    static Set<String> changes(StormConfiguration from, StormConfiguration to) {
        Set<String> changes = new TreeSet<>();
        to.guests.forEach(
                (name, guest) -> {
                    Guest before = from.guests.get(name);
                    if (before == null) {
                        changes.add("ADD vrrp_instance " + name);
                    } else if (!before.equals(guest)) {
                        changes.add("CHANGE vrrp_instance " + name);
                    }
                });
        from.guests.keySet().stream()
                .filter(name -> !to.guests.containsKey(name))
                .forEach(name -> changes.add("REMOVE vrrp_instance " + name));
        return changes;
    }

    /** The names of all virtual routers. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(guests.keySet());
        names.addAll(Set.of("VI_1", "VI_2"));
        return names;
    }

    /** The addresses that the node is to have. */
    Set<String> addresses() {
        Set<String> addresses = new TreeSet<>();
        addresses.add(node.equals("a") ? "10.0.0.41/24" : "10.0.0.42/24");
        guests.values().forEach(guest -> addresses.addAll(guest.addresses()));
        return addresses;
    }

    String text(String comment) {
        boolean first = node.equals("a");
        StringBuilder text = new StringBuilder("# " + comment + "\n");
        text.append("global_defs {\n    vrrp_version 3\n}\n");
        text.append(router("VI_1", 51, first ? 100 : 90, "0.5", Set.of("10.0.0.41/24")));
        text.append(router("VI_2", 52, first ? 90 : 100, "0.5", Set.of("10.0.0.42/24")));
        guests.forEach((name, guest) -> text.append(guest.text(name)));
        return text.toString();
    }

    /** This one with one to three random edits, which may come to nothing. */
    StormConfiguration edited(Random random) {
        Map<String, Guest> next = new TreeMap<>(guests);
        for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
            int number = random.nextInt(GUESTS_MAX);
            String name = "GUEST_" + number;
            Guest guest = next.get(name);
            if (guest == null) {
                next.put(name, new Guest(number, 1, hosts(random)));
            } else {
                switch (random.nextInt(3)) {
                    case 0 -> next.remove(name);
                    case 1 -> next.put(name, new Guest(number, random.nextInt(1, 4), guest.hosts));
                    default -> next.put(name, new Guest(number, guest.interval, hosts(random)));
                }
            }
        }
        return new StormConfiguration(node, next);
    }

    private static Set<Integer> hosts(Random random) {
        List<Integer> hosts = new ArrayList<>();
        for (int count = random.nextInt(1, 5); count > 0; count--) {
            hosts.add(random.nextInt(1, 250));
        }
        return new TreeSet<>(hosts);
    }

    private static String router(
            String name, int vrid, int priority, String interval, Set<String> addresses) {
        return """
        vrrp_instance %s {
            interface eth0
            virtual_router_id %d
            priority %d
            advert_int %s
            virtual_ipaddress {
                %s
            }
        }
        """
                .formatted(name, vrid, priority, interval, String.join("\n        ", addresses));
    }
}
