package org.ninelives.packages;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ninelives.labs.Finished;
import org.ninelives.labs.Guide;
import org.ninelives.labs.GuideStage;
import org.ninelives.labs.Lab;
import org.ninelives.labs.Pairing;

/**
 * Two machines with service managers, and a client beside them: where the commands of guides run as
 * they are written. In root's home are what an operator has downloaded: the package, the checker of
 * somebody else, and jmxterm.
 */
final class PairScene extends GuideStage implements AutoCloseable {
    private static final Path SOURCES = Path.of("src/main/resources/guides").toAbsolutePath();
    private static final Path FILES = Path.of("target/labs").toAbsolutePath();
    private static final String HOME = "/root/";

    /** What a guide may have changed, as it was. */
    private static final String TIDY =
            """
            systemctl stop ninelives keepalived nginx haproxy
            systemctl disable ninelives
            rm -rf /etc/keepalived/* /etc/systemd/system/ninelives.service.d /root/*.conf
            rm -f /var/lib/ninelives/bundles.d/*.jar /var/lib/ninelives/overrides*.state
            systemctl daemon-reload
            systemctl reset-failed
            """;

    private final Lab lab;
    private final Map<String, Machine> machines;

    /** Boots the machines; nothing is installed yet. */
    PairScene() {
        this(Lab.open(SOURCES, Pairing.parse("ninelives-ninelives"), FILES));
    }

    private PairScene(Lab lab) {
        super(lab);
        this.lab = lab;
        try {
            machines = Map.of("a", Machine.boot(lab, "a"), "b", Machine.boot(lab, "b"));
            machines.values().forEach(PairScene::equip);
        } catch (RuntimeException | Error e) {
            lab.close();
            throw e;
        }
    }

    private static void equip(Machine machine) {
        machine.lendJava();
        machine.bring(Packages.deb(), HOME + Packages.deb().getFileName());
        machine.bring(jar("redis-check"), HOME + "redis-check.jar");
        machine.bring(jar("jmxterm"), HOME + "jmxterm.jar");
    }

    private static Path jar(String name) {
        Predicate<String> isIt = path -> path.matches(".*/" + name + "[^/]*\\.jar");
        return List.of(System.getProperty("java.class.path").split(":", -1)).stream()
                .filter(isIt.or(path -> path.endsWith("/" + name + "/target/classes")))
                .map(Path::of)
                .map(path -> isIt.test(path.toString()) ? path : packed(path.getParent(), name))
                .findFirst()
                .orElseThrow();
    }

    private static Path packed(Path target, String name) {
        return Packages.only(target, name + "-*.jar");
    }

    /** Carries out all that the page says, and puts back what it has changed. */
    @Override
    public void play(Guide guide) {
        try {
            super.play(guide);
        } finally {
            machines.values().forEach(machine -> machine.tryToRun("sh", "-c", TIDY));
        }
    }

    @Override
    protected Finished run(String node, String commands) {
        String[] command = {"bash", "-ec", "cd " + HOME + "\n" + commands};
        Machine machine = machines.get(node);
        return machine == null
                ? lab.node(node).run(List.of("bash", "-ec", commands), "")
                : machine.tryToRun(command);
    }

    @Override
    protected void write(String node, String path, String text) {
        machines.get(node).write(path, text);
    }

    @Override
    protected void start(String node) {
        throw new IllegalArgumentException("a service manager starts the daemon of " + node);
    }

    @Override
    protected String story(String node) {
        return machines.containsKey(node) ? machines.get(node).journal() : "";
    }

    @Override
    public void close() {
        machines.values().forEach(Machine::close);
        lab.close();
    }
}
