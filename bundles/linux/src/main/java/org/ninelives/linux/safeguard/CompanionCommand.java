package org.ninelives.linux.safeguard;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How to start the companion.
 *
 * @param words program and arguments
 * @param environment what its environment has beyond the daemon's
 * @param respawn whether it is started again when it ends
 */
public record CompanionCommand(
        List<String> words, Map<String, String> environment, boolean respawn) {

    /** Of syslog.h. */
    private static final String LOG_DAEMON = "3";

    /**
     * The one of the product; empty where the daemon shall leave everything when it is killed, or
     * where there is no product.
     *
     * @param property tells the properties of the framework, null for those that are not set
     */
    public static Optional<CompanionCommand> of(UnaryOperator<String> property) {
        String home = property.apply("ninelives.home");
        if (home == null || "false".equals(property.apply("ninelives.release.vrrp"))) {
            return Optional.empty();
        }
        String facility =
                Objects.requireNonNullElse(property.apply("ninelives.log.facility"), LOG_DAEMON);
        String pid = Long.toString(ProcessHandle.current().pid());
        return Optional.of(
                new CompanionCommand(
                        List.of(
                                new File(home, "bin/ninelived-companion").getAbsolutePath(),
                                pid,
                                facility),
                        Map.of(
                                "JAVA_HOME", System.getProperty("java.home"),
                                "NINELIVES_JAVA_VERSION", System.getProperty("java.version"),
                                "NINELIVES_NATIVE",
                                        System.getProperty("jna.boot.library.path", "")),
                        !"false".equals(property.apply("ninelives.respawn"))));
    }
}
