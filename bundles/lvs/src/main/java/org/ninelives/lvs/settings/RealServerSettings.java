package org.ninelives.lvs.settings;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.check.Check;
import org.ninelives.api.script.Script;

/**
 * A real server.
 *
 * @param name as logs and FIFOs call it, unique in its virtual server: {@code [192.168.0.2]:tcp:80}
 * @param weight 0..2147483647
 * @param upperThreshold connections above which it gets no more; 0 for no limit
 * @param lowerThreshold connections below which it gets some again; 0 for three quarters
 * @param inhibitOnFailure whether it stays in the kernel with weight 0 when it fails
 * @param usualCheck what it and its virtual server say for all its checks
 * @param checks in the order of the configuration
 * @param unknownCheckers keywords of checkers that nobody provides now
 */
public record RealServerSettings(
        String name,
        ServerAddress address,
        int weight,
        long upperThreshold,
        long lowerThreshold,
        boolean inhibitOnFailure,
        Optional<Script> notifyUp,
        Optional<Script> notifyDown,
        Optional<Boolean> smtpAlert,
        Optional<String> snmpName,
        UsualCheck usualCheck,
        List<Check> checks,
        List<String> unknownCheckers) {

    public RealServerSettings {
        checks = List.copyOf(checks);
        unknownCheckers = List.copyOf(unknownCheckers);
    }
}
