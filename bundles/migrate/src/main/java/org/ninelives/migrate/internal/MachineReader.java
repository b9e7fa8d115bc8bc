package org.ninelives.migrate.internal;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ninelives.api.net.IpAddress;
import org.ninelives.config.Position;
import org.ninelives.config.Statement;
import org.ninelives.migrate.core.OptionWords;

/** Reads what a change-over wants to know of a machine. Starts nothing and changes nothing. */
final class MachineReader {

    private static final List<String> OPTION_FILES =
            List.of("/etc/default/keepalived", "/etc/sysconfig/keepalived");
    private static final List<String> PROGRAMS =
            List.of("/usr/sbin/keepalived", "/sbin/keepalived", "/usr/local/sbin/keepalived");
    private static final List<String> PID_FILES =
            List.of("/run/keepalived.pid", "/run/keepalived/keepalived.pid");
    private static final List<String> UNIT_FOLDERS =
            List.of("/etc/systemd/system", "/run/systemd/system", "/usr/local/lib/systemd/system");
    private static final List<String> SETTINGS = List.of("ip_forward", "ip_nonlocal_bind");
    private static final Pattern VERSION = Pattern.compile("Keepalived v(\\d+\\.\\d+\\.\\d+)");
    private static final String UNIT = "keepalived.service";

    /** Of /proc/net/tcp: the local port, and the state LISTEN. */
    private static final Pattern LISTENING =
            Pattern.compile("\\s*\\d+: [0-9A-F]+:([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} 0A .*");

    private static final int HEXADECIMAL = 16;

    private final Root root;
    private final Facts facts;

    MachineReader(Root root, Facts facts) {
        this.root = root;
        this.facts = facts;
    }

    /**
     * Adds all it finds.
     *
     * @param jmxPort of the connector
     * @param configuration whose addresses may be here now
     */
    void read(int jmxPort, List<Statement> configuration) {
        readPackages();
        readProgram();
        readOptions();
        readUnits();
        readKernel();
        readPorts(jmxPort);
        readAddresses(configuration);
    }

    /** The configuration that keepalived is started with, where its options name one. */
    Optional<String> file() {
        return OPTION_FILES.stream()
                .flatMap(file -> root.lines(file).stream())
                .flatMap(line -> OptionWords.ofLine(line).stream())
                .flatMap(options -> options.file().stream())
                .findFirst();
    }

    private void readPackages() {
        if (Files.exists(root.of("/var/lib/dpkg/status"))) {
            facts.add("packages", "deb");
        } else if (Files.exists(root.of("/usr/bin/rpm"))) {
            facts.add("packages", "rpm");
        }
    }

    /** The version stands in the program itself, whoever built it. */
    private void readProgram() {
        PROGRAMS.stream()
                .flatMap(program -> root.text(program).stream())
                .findFirst()
                .ifPresent(
                        program -> {
                            Matcher version = VERSION.matcher(program);
                            facts.add("keepalived", version.find() ? version.group(1) : "");
                        });
        PID_FILES.stream()
                .flatMap(file -> root.text(file).stream())
                .map(String::strip)
                .filter(
                        pid ->
                                root.text("/proc/" + pid + "/comm")
                                        .orElse("")
                                        .startsWith("keepalived"))
                .findFirst()
                .ifPresent(pid -> facts.add("running", pid));
    }

    private void readOptions() {
        for (String file : OPTION_FILES) {
            List<String> lines = root.lines(file);
            for (int i = 0; i < lines.size(); i++) {
                Position position = new Position(file, i + 1);
                OptionWords.ofLine(lines.get(i))
                        .ifPresent(
                                options -> {
                                    facts.add(position, "options", file);
                                    options.names()
                                            .forEach(name -> facts.add(position, "option", name));
                                });
            }
        }
    }

    private void readUnits() {
        for (String folder : UNIT_FOLDERS) {
            for (Path unit : root.files(folder, ".service")) {
                String name = root.name(unit);
                if (name.endsWith("/" + UNIT)) {
                    facts.add("own_unit", name);
                } else if (!name.endsWith("/ninelives.service") && namesKeepalived(name)) {
                    facts.add("named_in", name);
                }
            }
            root.files(folder + "/" + UNIT + ".d", ".conf")
                    .forEach(file -> facts.add("drop_in", root.name(file)));
        }
    }

    private boolean namesKeepalived(String file) {
        return root.lines(file).stream()
                .anyMatch(line -> !line.startsWith("#") && line.contains(UNIT));
    }

    private void readKernel() {
        facts.add("ip_vs", Files.exists(root.of("/proc/net/ip_vs")) ? "loaded" : "absent");
        for (String setting : SETTINGS) {
            root.text("/proc/sys/net/ipv4/" + setting)
                    .ifPresent(value -> facts.add(setting, value.strip()));
        }
    }

    private void readPorts(int jmxPort) {
        Set<Integer> listening =
                List.of("/proc/net/tcp", "/proc/net/tcp6").stream()
                        .flatMap(file -> root.lines(file).stream())
                        .map(LISTENING::matcher)
                        .filter(Matcher::matches)
                        .map(matcher -> Integer.parseInt(matcher.group(1), HEXADECIMAL))
                        .collect(Collectors.toSet());
        if (listening.contains(jmxPort)) {
            facts.add("port_taken", Integer.toString(jmxPort));
        }
    }

    private void readAddresses(List<Statement> configuration) {
        if (!root.isMachine()) {
            return;
        }
        Set<IpAddress> own = ownAddresses();
        for (Statement instance : configuration) {
            for (Statement block : instance.body()) {
                if (instance.keyword().equals("vrrp_instance")
                        && block.keyword().equals("virtual_ipaddress")) {
                    for (Statement line : block.body()) {
                        IpAddress.parse(line.keyword().split("/", 2)[0])
                                .filter(own::contains)
                                .ifPresent(address -> facts.add("holds", address.toString()));
                    }
                }
            }
        }
    }

    private static Set<IpAddress> ownAddresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .map(address -> IpAddress.ofBytes(address.getAddress()))
                    .collect(Collectors.toSet());
        } catch (SocketException e) {
            return Set.of();
        }
    }
}
