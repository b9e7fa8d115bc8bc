package org.ninelives.labs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address on an interface.
 *
 * @param local the address, such as {@code 10.0.0.44}
 * @param prefixLength 0 to 32, of IPv6 to 128
 * @param device the interface
 * @param label the interface's name, or an alias such as {@code eth0:1}; empty for IPv6
 * @param scope {@code global}, {@code link} or {@code host}
 */
public record Address(String local, int prefixLength, String device, String label, String scope) {
    private static final Pattern DEVICE_OR_ADDRESS =
            Pattern.compile("\"ifname\":\"(?<device>[^\"]+)\"|(?<address>\\{\"family\":[^{}]*})");

    /** Reads what {@code ip -j address} prints: interfaces, each followed by its addresses. */
    static List<Address> parseAll(String json) {
        List<Address> addresses = new ArrayList<>();
        String device = "";
        Matcher found = DEVICE_OR_ADDRESS.matcher(json);
        while (found.find()) {
            if (found.group("device") != null) {
                device = found.group("device");
            } else {
                addresses.add(parse(device, found.group("address")));
            }
        }
        return addresses;
    }

    private static Address parse(String device, String fields) {
        return new Address(
                field(fields, "local"),
                Integer.parseInt(field(fields, "prefixlen")),
                device,
                fields.contains("\"inet6\"") ? "" : field(fields, "label"),
                field(fields, "scope"));
    }

    private static String field(String fields, String name) {
        Matcher field = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(fields);
        if (!field.find()) {
            throw new IllegalArgumentException("no " + name + " in " + fields);
        }
        return field.group(1);
    }
}
