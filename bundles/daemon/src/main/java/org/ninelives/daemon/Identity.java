package org.ninelives.daemon;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ninelives.api.configuration.CopyName;
import org.ninelives.api.configuration.GlobalKeywords;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;

/**
 * The names of this copy of the daemon and of its files. They hold for the life of the process.
 *
 * @param pidFolder whether its pid files lie in {@code /run/keepalived}
 */
record Identity(CopyName name, boolean pidFolder) {

    private static final Path DEFAULT = Path.of("/run/ninelived.pid");
    private static final Path FOLDER = Path.of("/run/keepalived");

    private static final Keyword<Boolean> USE_PID_DIR =
            Keyword.value(
                    "use_pid_dir",
                    ArgumentTypes.nothing(),
                    false,
                    "Pid files lie in /run/keepalived, with keepalived's names.");

    static final List<Keyword<?>> KEYWORDS =
            List.of(
                    GlobalKeywords.INSTANCE,
                    GlobalKeywords.NET_NAMESPACE,
                    USE_PID_DIR,
                    Keyword.withoutEffect(
                            "namespace_with_ipsets",
                            "has no effect: there are no ipsets here, and sets of nftables have"
                                    + " always been of a namespace"));

    /**
     * That of a configuration.
     *
     * @param namespaceOption what option {@code -s} said, which counts more
     */
    static Identity of(Values root, Optional<String> namespaceOption) {
        CopyName name = CopyName.of(root, namespaceOption);
        return new Identity(name, name.text().isPresent() || root.get(USE_PID_DIR));
    }

    /** The name in the system log: {@code ninelived_NAMESPACE_INSTANCE}. */
    String logName() {
        return "ninelived" + suffix(name.text());
    }

    /**
     * Where pid files are unless the command line tells another place: one of the whole daemon, and
     * in the folder one of each part besides, as keepalived has them.
     *
     * @param configured what has work
     */
    Map<Part, Path> pidFiles(Set<Part> configured) {
        Map<Part, Path> files = new EnumMap<>(Part.class);
        if (pidFolder) {
            Path folder = folders().getFirst();
            configured.forEach(
                    part ->
                            files.put(
                                    part,
                                    folder.resolve(
                                            part.text() + suffix(name.instance()) + ".pid")));
        } else {
            files.put(Part.WHOLE, DEFAULT);
        }
        return files;
    }

    /** The folders of its own for them, which go with the last daemon; the inner one first. */
    List<Path> folders() {
        return pidFolder
                ? Stream.concat(name.namespace().map(FOLDER::resolve).stream(), Stream.of(FOLDER))
                        .toList()
                : List.of();
    }

    private static String suffix(Optional<String> part) {
        return part.map(text -> "_" + text).orElse("");
    }

    /** Reports what a reload cannot change. */
    void reportChanges(Identity next, Values root, Problems problems) {
        report(
                GlobalKeywords.NET_NAMESPACE,
                name.namespace(),
                next.name.namespace(),
                root,
                problems);
        report(GlobalKeywords.INSTANCE, name.instance(), next.name.instance(), root, problems);
        if (name.equals(next.name) && pidFolder != next.pidFolder) {
            report(USE_PID_DIR, onOrOff(pidFolder), onOrOff(next.pidFolder), root, problems);
        }
    }

    private static Optional<String> onOrOff(boolean on) {
        return Optional.of(on ? "on" : "off");
    }

    private static void report(
            Keyword<?> keyword,
            Optional<String> now,
            Optional<String> next,
            Values root,
            Problems problems) {
        if (!now.equals(next)) {
            problems.cannotRun(
                    root.position(keyword),
                    keyword.name(),
                    "cannot change from %s to %s while the daemon runs; restart it"
                            .formatted(now.orElse("none"), next.orElse("none")));
        }
    }
}
