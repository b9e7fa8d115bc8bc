package org.ninelives.labs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One virtual router of the lab {@code matrix}: a way to talk and a way to preempt.
 *
 * @param vrid its number, which its addresses end with
 */
record Cell(
        Format format, Transport transport, Authentication auth, Preemption preemption, int vrid) {
    /** What {@code preempt_delay} says, in seconds. */
    static final int DELAY = 6;

    enum Format {
        V2_IPV4(2),
        V3_IPV4(3),
        V3_IPV6(3);

        private final int version;

        Format(int version) {
            this.version = version;
        }
    }

    enum Transport {
        MULTICAST,
        UNICAST
    }

    enum Authentication {
        NONE,
        PASS,
        AH
    }

    enum Preemption {
        PREEMPT,
        NOPREEMPT,
        PREEMPT_DELAY
    }

    /** All cells there are: only version 2 knows authentication. */
    static List<Cell> all() {
        List<Cell> cells = new ArrayList<>();
        for (Format format : Format.values()) {
            for (Transport transport : Transport.values()) {
                for (Authentication auth : Authentication.values()) {
                    if (auth == Authentication.NONE || format == Format.V2_IPV4) {
                        for (Preemption preemption : Preemption.values()) {
                            int vrid = cells.size() + 1;
                            cells.add(new Cell(format, transport, auth, preemption, vrid));
                        }
                    }
                }
            }
        }
        return cells;
    }

    String name() {
        String name = "%s-%s-%s-%s".formatted(format, transport, auth, preemption);
        return name.toLowerCase(Locale.ROOT).replace("_", "-");
    }

    /** The virtual address that a client asks for. */
    String address() {
        return format == Format.V3_IPV6 ? "fd00::1:%x".formatted(vrid) : "10.0.0." + (100 + vrid);
    }

    /** The virtual addresses, in the order of the advert. */
    List<String> addresses() {
        return format == Format.V3_IPV6
                ? List.of("fe80::1:%x".formatted(vrid), address())
                : List.of(address());
    }

    /** The cell's block in the configuration of a node. */
    String text(String node) {
        boolean isA = node.equals("a");
        List<String> lines = new ArrayList<>();
        lines.add("state BACKUP");
        lines.add("interface eth0");
        lines.add("virtual_router_id " + vrid);
        lines.add("priority " + (isA ? 100 : 90));
        lines.add("advert_int 1");
        lines.add("version " + format.version);
        switch (preemption) {
            case PREEMPT -> {}
            case NOPREEMPT -> lines.add("nopreempt");
            case PREEMPT_DELAY -> lines.add("preempt_delay " + DELAY);
        }
        if (transport == Transport.UNICAST) {
            String network = format == Format.V3_IPV6 ? "fd00::" : "10.0.0.";
            lines.add("unicast_src_ip " + network + (isA ? 1 : 2));
            lines.add("unicast_peer {\n        " + network + (isA ? 2 : 1) + "\n    }");
        }
        if (auth != Authentication.NONE) {
            lines.add("authentication {\n        auth_type " + auth);
            lines.add("    auth_pass secret\n    }");
        }
        lines.add("virtual_ipaddress {\n        " + String.join("\n        ", addresses()));
        return "vrrp_instance %s {\n    %s\n    }\n}\n"
                .formatted(name(), String.join("\n    ", lines));
    }
}
