package org.ninelives.migrate.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.ninelives.config.Statement;

/**
 * The commands of a change-over without two masters and without a gap but for one failover: the
 * backup first, then the master.
 */
final class ChangeOver {

    private static final int EXPLAINED_MAX = 3;
    private static final Touch DEB = Touch.parse("machine/packages=deb");
    private static final Touch RPM = Touch.parse("machine/packages=rpm");
    private static final Touch OPTIONS = Touch.parse("machine/options");

    private final String file;
    private final List<Statement> statements;
    private final List<Instance> instances;
    private final List<Step> steps = new ArrayList<>();

    /**
     * For this configuration on this machine.
     *
     * @param file as the operator names it
     */
    ChangeOver(String file, List<Statement> statements) {
        this.file = file;
        this.statements = statements;
        this.instances = Instance.of(statements);
    }

    List<Step> steps() {
        node("backup", quiet(), returning());
        node("master", takeover(), mastership());
        return List.copyOf(steps);
    }

    private void node(String node, String stopping, String started) {
        install(node);
        add(node, "it finds nothing that may not be left out", "ninelived -t " + file, "");
        String back = "systemctl enable --now keepalived";
        add(node, stopping, "systemctl disable --now keepalived", back);
        add(node, started, "systemctl enable --now ninelives", "systemctl disable --now ninelives");
        add(
                node,
                "each virtual router is BACKUP or MASTER, none in FAULT",
                "ninelivesctl status",
                "");
        instances.stream()
                .limit(EXPLAINED_MAX)
                .forEach(
                        instance ->
                                add(
                                        node,
                                        "the other node was heard and nothing is refused",
                                        "ninelivesctl explain " + instance.name(),
                                        ""));
    }

    private void install(String node) {
        String says = "starts nothing, and keepalived stays installed";
        if (!DEB.in(statements).isEmpty()) {
            add(node, says, "dpkg -i ninelives_*.deb", "dpkg -P ninelives");
        } else if (!RPM.in(statements).isEmpty()) {
            add(node, says, "rpm -i ninelives-*.rpm", "rpm -e ninelives");
        } else {
            add(
                    node,
                    says + "; the archive has no unit, so take the one of a package",
                    "tar -C /opt -xzf ninelives-*.tar.gz",
                    "rm -r /opt/ninelives-*");
        }
        for (Statement options : OPTIONS.in(statements)) {
            String from = options.position().file();
            String to = from.replaceFirst("keepalived$", "ninelives");
            add(
                    node,
                    "the unit starts with the options of keepalived",
                    "grep -E '^(DAEMON_ARGS|KEEPALIVED_OPTIONS)=' " + from + " >> " + to,
                    "sed -i -E '/^(DAEMON_ARGS|KEEPALIVED_OPTIONS)=/d' " + to);
        }
    }

    private String quiet() {
        return instances.isEmpty()
                ? "its virtual servers are gone until the next command is done"
                : "no client notices: this node has no virtual address now; make sure of it with"
                        + " 'ip address'";
    }

    private String returning() {
        return instances.isEmpty()
                ? "the virtual servers are back"
                : "stays backup, because the master is heard";
    }

    /** What the stop of the master costs; the backup's priority stands in the other node's file. */
    private String takeover() {
        if (instances.isEmpty()) {
            return quiet();
        }
        if (instances.stream().noneMatch(Instance::master)) {
            return "says priority 0, so that the backup is master after its skew time; by the"
                    + " priorities of this file "
                    + longest(Instance::skewSeconds)
                    + ", and clients wait that long";
        }
        return "says priority 0, so that the backup is master after its skew time, less than "
                + longest(Instance::skewUnitSeconds)
                + "; clients wait that long, and without a backup until this node is back";
    }

    private String mastership() {
        if (instances.isEmpty()) {
            return returning();
        }
        String stays =
                "stays backup (nopreempt); 'ninelivesctl resign NAME' on the other node moves";
        return instances.stream().noneMatch(Instance::preempts)
                ? stays + " the addresses back where that is wanted"
                : "listens "
                        + longest(Instance::masterDownSeconds)
                        + " at most and, where it has the higher priority, takes the addresses"
                        + " back; that is heard by the other node, so that clients wait for some"
                        + " milliseconds";
    }

    private String longest(ToDoubleFunction<Instance> time) {
        Optional<Double> seconds =
                instances.stream().map(time::applyAsDouble).max(Comparator.naturalOrder());
        return String.format(Locale.ROOT, "%.3f s", seconds.orElseThrow());
    }

    private void add(String node, String says, String command, String back) {
        steps.add(new Step(node, says, command, back));
    }
}
