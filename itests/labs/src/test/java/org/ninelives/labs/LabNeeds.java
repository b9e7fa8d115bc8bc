package org.ninelives.labs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Says why labs cannot be built on this machine, where they cannot. */
final class LabNeeds implements ExecutionCondition {
    private static final List<String> PROGRAMS =
            List.of(
                    "ip",
                    "ping",
                    "nft",
                    "tcpdump",
                    "tcpreplay",
                    "keepalived",
                    "nginx",
                    "haproxy",
                    "ipvsadm",
                    "netstat",
                    "curl",
                    "sendemail",
                    "bird",
                    "vtysh",
                    "python3",
                    "openssl",
                    "exim4",
                    "dnsmasq",
                    "nc",
                    "snmpd",
                    "snmptrapd",
                    "snmpwalk",
                    "chromium",
                    "chromedriver",
                    "dbus-daemon",
                    "gdbus",
                    "busctl");
    private static final ConditionEvaluationResult RESULT = evaluate();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return RESULT;
    }

    private static ConditionEvaluationResult evaluate() {
        List<String> missing = PROGRAMS.stream().filter(program -> !isOnPath(program)).toList();
        if (!missing.isEmpty()) {
            return ConditionEvaluationResult.disabled("labs need " + String.join(", ", missing));
        }
        try (Namespace trial = new Namespace("trial")) {
            return ConditionEvaluationResult.enabled("made and removed " + trial.name());
        } catch (IllegalStateException e) {
            return ConditionEvaluationResult.disabled(
                    "labs need root and network namespaces: " + e.getMessage());
        }
    }

    static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
