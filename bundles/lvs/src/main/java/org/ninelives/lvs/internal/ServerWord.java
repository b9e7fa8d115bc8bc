package org.ninelives.lvs.internal;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ninelives.api.net.IpAddress;
import org.ninelives.lvs.settings.RealServerSettings;
import org.ninelives.lvs.settings.VirtualServerSettings;

/**
 * A server as somebody writes it on the command line: {@code 10.0.0.1:80}, {@code "10.0.0.1 80"},
 * {@code [2001:db8::1]:80}, {@code [10.0.0.1]:tcp:80} as in the log, the address alone, {@code
 * "fwmark 100"} or the name of a group.
 */
record ServerWord(String word) {

    /** Address, protocol and port, as the log writes them. */
    private static final Pattern LOGGED = Pattern.compile("\\[(.+)]:(\\w+):(\\d+)");

    /** Address and port, as people write them; the protocol may stand between or behind. */
    private static final Pattern WRITTEN =
            Pattern.compile(
                    "\\[?([^\\[\\]\\s]+?)]?(?::(tcp|udp|sctp))?[:\\s](\\d+)(?:/(tcp|udp|sctp))?");

    ServerWord {
        word = word.strip().replaceAll("\\s+", " ");
    }

    /** Those virtual servers that may be meant. */
    List<VirtualServerSettings> virtualServers(Collection<VirtualServerSettings> all) {
        return among(
                all,
                server -> {
                    Set<String> names = names(server.name());
                    names.add(server.trackerName());
                    server.group().ifPresent(names::add);
                    return names;
                });
    }

    /** Those real servers that may be meant. */
    List<RealServerSettings> realServers(Collection<RealServerSettings> all) {
        return among(all, server -> names(server.name()));
    }

    private <S> List<S> among(Collection<S> all, Function<S, Set<String>> names) {
        Set<String> meant = meant();
        return all.stream()
                .filter(server -> names.apply(server).stream().anyMatch(meant::contains))
                .toList();
    }

    private static Set<String> names(String logged) {
        Set<String> names = new LinkedHashSet<>(Set.of(logged));
        Matcher parts = LOGGED.matcher(logged);
        if (parts.matches()) {
            names.add(parts.group(1));
            names.add(parts.group(1) + " " + parts.group(3));
            names.add(parts.group(1) + " " + parts.group(3) + "/" + parts.group(2));
        }
        return names;
    }

    private Set<String> meant() {
        Set<String> meant = new LinkedHashSet<>(List.of(word, word.replace(' ', ':')));
        addAddress(meant, word.replaceAll("[\\[\\]]", ""), "");
        Matcher parts = WRITTEN.matcher(word.toLowerCase(Locale.ROOT));
        if (parts.matches()) {
            String protocol = parts.group(2) == null ? parts.group(4) : parts.group(2);
            String port = " " + parts.group(3);
            addAddress(meant, parts.group(1), protocol == null ? port : port + "/" + protocol);
        }
        return meant;
    }

    private static void addAddress(Set<String> meant, String address, String rest) {
        try {
            meant.add(IpAddress.of(address) + rest);
        } catch (IllegalArgumentException e) {
            // Then it is not an address that is meant, but a name.
        }
    }
}
