package org.ninelives.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ninelives.labs.Finished;
import org.ninelives.labs.Lab;
import org.ninelives.labs.Node;
import org.ninelives.labs.Pairing;

/**
 * A machine on a lab's node with a service manager of its own, on which packages are installed: it
 * has the files of this one, but no Java, no configuration, and nothing that dpkg or rpm know. What
 * is changed there is forgotten when it is closed.
 */
final class Machine implements AutoCloseable {
    private static final Path SCRIPT = Path.of("src/main/resources/machine").toAbsolutePath();
    private static final long PATIENCE_MINUTES = 5; // archives of classes on a busy machine

    private static final String DROP_INS = "/etc/systemd/system/ninelives.service.d";

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Node node;
    private final String group;
    private final Process process;
    private final Path folder;
    private int commands;

    private Machine(Lab lab, Node node) throws IOException {
        this.node = node;
        group = "nlab-" + ProcessHandle.current().pid() + "-" + NUMBERS.incrementAndGet();
        folder = Files.createDirectory(node.folder().resolve("machine"));
        process = node.start("machine", command(folder, group));
        lab.await("the machine " + node.name() + " is up", this::isUp);
    }

    /** Two nodes for machines, and a client. */
    static Lab lab() {
        Path sources = Path.of("src/main/resources/lab").toAbsolutePath();
        Path files = Path.of("target/labs").toAbsolutePath();
        return Lab.open(sources, Pairing.parse("ninelives-ninelives"), files);
    }

    /** Boots a machine; returns when its service manager runs. */
    static Machine boot(Lab lab, String name) {
        try {
            return new Machine(lab, lab.node(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The command line that boots a machine.
     *
     * @param group names its control group
     * @param program its first process; systemd unless told otherwise
     */
    static List<String> command(Path folder, String group, String... program) {
        List<String> command =
                new ArrayList<>(List.of("unshare", "--pid", "--fork", "--mount", "--uts", "--ipc"));
        command.addAll(List.of("--propagation", "private", "sh", SCRIPT.toString()));
        command.addAll(List.of(folder.toString(), group));
        command.addAll(List.of(program));
        return command;
    }

    /** The command line that removes what a machine leaves behind: its control groups. */
    static List<String> tidy(String group) {
        String script =
                """
                mount -t cgroup2 none /mnt
                find "/mnt/$1" -depth -type d -exec rmdir {} +
                if grep -q :name=systemd: /proc/self/cgroup; then
                    mount -t cgroup -o none,name=systemd none /mnt
                    find "/mnt/$1" -depth -type d -exec rmdir {} +
                fi
                """;
        return List.of("unshare", "--mount", "sh", "-c", script, "sh", group);
    }

    private boolean isUp() {
        if (!process.isAlive()) {
            throw new IllegalStateException(node.log("machine").text());
        }
        // Before that it looks at the files of this machine.
        return first().flatMap(each -> each.info().command()).orElse("").endsWith("/systemd")
                && tryToRun("systemctl", "is-system-running")
                        .output()
                        .matches("(?s)(running|degraded)\\R.*");
    }

    /**
     * Runs a program there to its end.
     *
     * @throws AssertionError when it ends with another status than 0
     */
    String run(String... command) {
        Finished finished = tryToRun(command);
        if (finished.status() != 0) {
            throw new AssertionError(String.join(" ", command) + " " + finished + "\n" + journal());
        }
        return finished.output();
    }

    /** Runs a program there to its end, whatever that is. */
    Finished tryToRun(String... command) {
        String label = "command-" + ++commands;
        Process running = start(label, command);
        try {
            if (!running.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                running.destroyForcibly();
                throw new AssertionError(String.join(" ", command) + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return new Finished(running.exitValue(), node.log(label).text());
    }

    private Process start(String label, String... command) {
        List<String> words = new ArrayList<>(List.of("nsenter", "--target"));
        words.add(Long.toString(first().orElseThrow().pid()));
        words.addAll(List.of("--mount", "--pid", "--uts", "--ipc", "--cgroup", "--root"));
        // As somebody who has just logged in.
        words.addAll(List.of("env", "-i", "--chdir=/", "HOME=/root", "LANG=C.UTF-8"));
        words.add("PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        words.addAll(List.of(command));
        return node.start(label, words);
    }

    /** Installs the package of Debian, with the configuration that the lab has for the machine. */
    void install(Lab lab) {
        configure(lab);
        run("dpkg", "--install", bring(Packages.deb()));
    }

    /** Has the daemon run without root, as the package's example for it says. */
    void takeRootAway() {
        run("useradd", "--system", "--home-dir=/var/lib/ninelives", "ninelives");
        run("chown", "ninelives:", "/etc/ninelives", "/var/lib/ninelives");
        run("mkdir", "--parents", DROP_INS);
        run("cp", "/usr/share/doc/ninelives/examples/unprivileged.conf", DROP_INS);
        run("systemctl", "daemon-reload");
    }

    /** Changes the unit as {@code systemctl edit} does. */
    void edit(String name, String... lines) {
        write(DROP_INS + "/" + name + ".conf", "[Service]\n" + String.join("\n", lines) + "\n");
        run("systemctl", "daemon-reload");
    }

    /** Gives the machine the configuration that the lab has for it. */
    void configure(Lab lab) {
        bring(lab.file(node.name() + ".conf"), "/etc/keepalived/keepalived.conf");
    }

    /** Copies a file to the machine, and gives its path there. */
    String bring(Path file) {
        String path = "/tmp/" + file.getFileName();
        bring(file, path);
        return path;
    }

    /** Copies a file to this path of the machine. */
    void bring(Path file, String path) {
        try {
            Files.copy(file, there(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file of the machine, with the folders on the way to it. */
    void write(String path, String text) {
        try {
            Files.createDirectories(there(path).getParent());
            Files.writeString(there(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path there(String path) {
        return Path.of("/proc/" + first().orElseThrow().pid() + "/root" + path);
    }

    /**
     * Lends the machine the Java of the tests, as {@code java} for operators: not where Ninelives
     * would find it.
     */
    void lendJava() {
        String java = System.getProperty("java.home");
        String place = folder.resolve("root") + "/opt/java";
        List<String> words = new ArrayList<>(List.of("nsenter", "--mount", "--target"));
        words.add(Long.toString(process.pid()));
        words.addAll(List.of("sh", "-ec", "mkdir -p $2; mount --bind $1 $2", "sh", java, place));
        Finished finished = node.run(words, "");
        if (finished.status() != 0) {
            throw new IllegalStateException(finished.toString());
        }
        run("ln", "-s", "/opt/java/bin/java", "/usr/local/bin/java");
    }

    /**
     * All that is on the machine and not on this one, but for what programs keep for themselves.
     */
    Set<String> files() {
        String changed = run("find", "/run", "/tmp", "/etc/systemd/system", "-xdev");
        Path upper = Path.of("/proc", Long.toString(process.pid()), "root" + folder + "/upper");
        try (Stream<Path> files = Files.walk(upper)) {
            return Stream.concat(files.map(file -> "/" + upper.relativize(file)), changed.lines())
                    .filter(file -> !Files.isDirectory(Path.of(file)))
                    .filter(file -> !file.matches("/run/(systemd|udev|log|lock).*|/tmp/.*"))
                    .filter(file -> !file.matches("/(root|var/(log|cache|lib/systemd)).*"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the unit has logged. */
    String journal() {
        return tryToRun("journalctl", "--no-pager", "--output=cat", "--unit=ninelives").output();
    }

    /** A property of the unit, such as {@code ActiveState}. */
    String property(String name) {
        return run("systemctl", "show", "ninelives", "--value", "--property=" + name).strip();
    }

    Node node() {
        return node;
    }

    /** The service manager, process 1 there. */
    private Optional<ProcessHandle> first() {
        return process.children().findFirst();
    }

    @Override
    public void close() {
        first().ifPresent(ProcessHandle::destroyForcibly);
        process.onExit().join();
        node.run(tidy(group), "");
    }
}
