package org.ninelives.labs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts of the product that are not those of a lab's router. */
final class Launch {
    private static final String DATE = "^\\w{3} \\w{3} [ \\d]\\d [\\d:]{8} \\d{4}: ";

    private Launch() {}

    static Lab open() {
        return Labs.open("seed-pair", Labs.NINELIVES_ALONE);
    }

    /** Starts a daemon that ends by itself, and waits for that. */
    static Finished end(Node node, Path configuration) {
        return end(node, configuration, List.of());
    }

    static Finished end(Node node, Path configuration, String pidFile) {
        return node.run(daemon(node, configuration, pidFile, List.of()), "");
    }

    static Finished end(Node node, Path configuration, List<String> wrapper) {
        return node.run(daemon(node, configuration, "end.pid", wrapper), "");
    }

    /**
     * The command line of a daemon in the foreground.
     *
     * @param pidFile its name in the node's folder
     * @param wrapper the program that starts it, such as {@link #without}; may be empty
     */
    static List<String> daemon(
            Node node, Path configuration, String pidFile, List<String> wrapper) {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(Implementation.NINELIVES.program());
        command.addAll(List.of("-n", "-l", "-D", "-f", configuration.toString()));
        command.addAll(List.of("-p", node.folder().resolve(pidFile).toString()));
        return command;
    }

    /** The exit status of keepalived where that ends by itself too. */
    static int keepalivedsStatus(Node node, Path configuration, List<String> wrapper) {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(Implementation.KEEPALIVED.program());
        command.addAll(List.of("-n", "-l", "-P", "-p", "k.pid", "-r", "kv.pid"));
        command.addAll(List.of("-f", configuration.toString()));
        return node.run(command, "").status();
    }

    /** Runs a program as root that lacks these capabilities, named as in {@code net_raw}. */
    static List<String> without(String... capabilities) {
        String list = "-" + String.join(",-", capabilities);
        return List.of("setpriv", "--bounding-set", list, "--inh-caps", list);
    }

    /** Does something first, among the mounts that only this program sees. */
    static List<String> shell(String preparation) {
        return new ArrayList<>(List.of("sh", "-c", preparation + " && exec \"$@\"", "sh"));
    }

    /** The lines of a log without their date, and without those of every start and stop. */
    static List<String> complaints(String log) {
        return log.lines()
                .map(line -> line.replaceFirst(DATE, ""))
                .filter(line -> !line.matches("(Starting|Stopped) Keepalived v.*"))
                .filter(line -> !line.matches("Starting companion process, pid=\\d+"))
                .toList();
    }
}
