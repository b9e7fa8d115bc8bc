package org.ninelives.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** A real server for each checker, on node {@code b} of the lab {@code checkers}. */
final class ServerPark {
    private final Lab lab;
    private final Node node;
    private final List<Process> running = new ArrayList<>();

    ServerPark(Lab lab) {
        this.lab = lab;
        node = lab.node("b");
        // Otherwise it tells of one closed port of UDP a second, and several are looked at.
        node.run(List.of("sysctl", "-w", "net.ipv4.icmp_ratelimit=0"), "");
    }

    void startAll() {
        node.ip("addr add 10.0.0.12/24 dev eth0");
        startWeb();
        start("openssl", "openssl s_server -accept 443 -cert server.pem -key server.key -www");
        startMail();
        start(
                "dnsmasq",
                "dnsmasq --keep-in-foreground --conf-file=/dev/null --user=root --no-resolv"
                        + " --no-hosts --auth-zone=example.org --auth-server=ns.example.org,lo"
                        + " --host-record=www.example.org,192.0.2.1 --pid-file="
                        + file("dnsmasq.pid"));
        start("nc", "nc -l -u -k 7");
        start("bird", "bird -f -c " + lab.file("bird.conf") + " -s " + file("bird.ctl"));
    }

    /** The web server alone, without TLS. */
    void startWeb() {
        startNginx("nginx.conf");
    }

    /** The web server with TLS, whose certificate is in server.pem of the folder of the node. */
    void startTlsWeb() {
        startNginx("nginx-tls.conf");
    }

    private void startNginx(String configuration) {
        // Beside it are the certificates that it names.
        Path copy = copy(configuration);
        String label = configuration.replace(".conf", "");
        start(label, "nginx -e stderr -p " + node.folder() + " -c " + copy);
    }

    /** exim writes its files as a user of its own, who may not come into the folder of the node. */
    private void startMail() {
        List<String> command =
                Launch.shell(
                        "mount -t tmpfs -o mode=777 none /mnt && cp "
                                + lab.file("exim.conf")
                                + " /mnt/exim.conf");
        command.addAll(List.of("exim4", "-C", "/mnt/exim.conf", "-bdf", "-oP", "/mnt/exim.pid"));
        running.add(node.start("exim", command));
    }

    private void start(String label, String command) {
        running.add(node.start(label, List.of(command.split(" ", -1))));
    }

    /** Ends all servers, and takes the second address away. */
    void stopAll() {
        running.forEach(Process::destroyForcibly);
        running.clear();
        node.ip("addr del 10.0.0.12/24 dev eth0");
    }

    private Path file(String name) {
        return node.folder().resolve(name);
    }

    private Path copy(String name) {
        try {
            return Files.copy(lab.file(name), file(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
