package org.ninelives.vrrp.settings;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Names that are known everywhere, and those of files. Upper and lower case are the same. */
public final class NameTable implements RoutingNames {

    private final Map<Kind, Map<String, Long>> names = new EnumMap<>(Kind.class);

    private NameTable() {
        for (Kind kind : Kind.values()) {
            names.put(kind, new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
        }
    }

    /** The names that need no file: those iproute2 ships, and of common protocols. */
    public static NameTable wellKnown() {
        NameTable table = new NameTable();
        table.addAll(Kind.TABLE, "255 local, 254 main, 253 default");
        table.addAll(
                Kind.PROTOCOL,
                "1 redirect, 2 kernel, 3 boot, 4 static, 8 gated, 9 ra, 10 mrt, 11 zebra, 12 bird,"
                        + " 13 dnrouted, 14 xorp, 15 ntk, 16 dhcp, 18 keepalived, 42 babel,"
                        + " 186 bgp, 187 isis, 188 ospf, 189 rip, 192 eigrp");
        table.addAll(Kind.SCOPE, "0 global, 200 site, 253 link, 254 host, 255 nowhere");
        table.addAll(Kind.REALM, "0 cosmos");
        table.addAll(Kind.GROUP, "0 default");
        table.addAll(
                Kind.DSFIELD,
                "0 default, 0x28 AF11, 0x30 AF12, 0x38 AF13, 0x48 AF21, 0x50 AF22, 0x58 AF23,"
                        + " 0x68 AF31, 0x70 AF32, 0x78 AF33, 0x88 AF41, 0x90 AF42, 0x98 AF43,"
                        + " 0x20 CS1, 0x40 CS2, 0x60 CS3, 0x80 CS4, 0xa0 CS5, 0xc0 CS6, 0xe0 CS7,"
                        + " 0xb8 EF");
        table.addAll(
                Kind.IP_PROTOCOL,
                "1 icmp, 2 igmp, 6 tcp, 17 udp, 33 dccp, 47 gre, 50 esp, 51 ah, 58 ipv6-icmp,"
                        + " 58 icmpv6, 89 ospf, 112 vrrp, 132 sctp, 136 udplite");
        return table;
    }

    private void addAll(Kind kind, String pairs) {
        for (String pair : pairs.split(",", -1)) {
            add(kind, pair.strip().split(" ", -1), 0, 1);
        }
    }

    /**
     * Adds the names of a file; a name it has again gets the number it has there. Lines that are
     * not understood are passed over, as those who own the file pass over them.
     *
     * @param text a number and a name on each line, or a name, a number and other names for {@link
     *     RoutingNames.Kind#IP_PROTOCOL}
     */
    public NameTable with(Kind kind, String text) {
        NameTable table = new NameTable();
        names.forEach((k, known) -> table.names.get(k).putAll(known));
        for (String line : text.split("\n", -1)) {
            String[] words = line.replaceFirst("#.*", "").strip().split("\\s+", -1);
            if (kind == Kind.IP_PROTOCOL) {
                for (int name = 0; name < words.length; name += name == 0 ? 2 : 1) {
                    table.add(kind, words, 1, name);
                }
            } else {
                table.add(kind, words, 0, 1);
            }
        }
        return table;
    }

    private void add(Kind kind, String[] words, int numberAt, int nameAt) {
        if (words.length > Math.max(numberAt, nameAt)) {
            RoutingWords.parse(words[numberAt])
                    .ifPresent(number -> names.get(kind).put(words[nameAt], number));
        }
    }

    @Override
    public OptionalLong find(Kind kind, String name) {
        Long number = names.get(kind).get(name);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }
}
