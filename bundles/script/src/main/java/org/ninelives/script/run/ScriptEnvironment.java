package org.ninelives.script.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The environment of scripts: the daemon's, without what would change how programs work. */
final class ScriptEnvironment {

    private static final String DEFAULT_PATH = "/usr/sbin:/usr/bin:/sbin:/bin";

    /** How a shell splits words, what it reads first; what is for the daemon's own process. */
    private static final List<String> REMOVED =
            List.of(
                    "IFS",
                    "ENV",
                    "BASH_ENV",
                    "SHELLOPTS",
                    "CLASSPATH",
                    "_JAVA_OPTIONS",
                    "NOTIFY_SOCKET",
                    "MAINPID",
                    "_");

    /** Of the dynamic linker, of Java, of this daemon, and of its service manager. */
    private static final List<String> REMOVED_PREFIXES =
            List.of("LD_", "BASH_FUNC_", "JAVA_", "JDK_", "NINELIVES_", "WATCHDOG_", "LISTEN_");

    private ScriptEnvironment() {}

    /**
     * For one run.
     *
     * @param daemon the environment of the daemon
     * @param extra what the run adds; wins
     */
    static Map<String, String> of(Map<String, String> daemon, Map<String, String> extra) {
        Map<String, String> environment = new HashMap<>(daemon);
        environment
                .keySet()
                .removeIf(
                        name ->
                                REMOVED.contains(name)
                                        || REMOVED_PREFIXES.stream().anyMatch(name::startsWith));
        environment.putIfAbsent("PATH", DEFAULT_PATH);
        environment.putAll(extra);
        return environment;
    }
}
