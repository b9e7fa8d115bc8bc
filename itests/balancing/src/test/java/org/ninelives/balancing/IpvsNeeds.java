package org.ninelives.balancing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Says why load balancing cannot be shown in this kernel, where it cannot. */
final class IpvsNeeds implements ExecutionCondition {
    private static final List<String> PROGRAMS =
            List.of("ip", "tcpdump", "ipvsadm", "keepalived", "nginx", "curl", "openssl", "snmpd");
    private static final ConditionEvaluationResult RESULT = evaluate();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return RESULT;
    }

    private static ConditionEvaluationResult evaluate() {
        List<String> missing = PROGRAMS.stream().filter(program -> !isOnPath(program)).toList();
        if (!missing.isEmpty()) {
            return ConditionEvaluationResult.disabled(
                    "labs of load balancing need " + String.join(", ", missing));
        }
        return hasIpvs()
                ? ConditionEvaluationResult.enabled("this kernel has IPVS")
                : ConditionEvaluationResult.disabled(
                        "labs of load balancing need root, and a kernel with IPVS: run as root,"
                                + " they boot one (itests/kernel/run)");
    }

    /** Asks as whoever uses it does, so that the module is loaded where there is one. */
    private static boolean hasIpvs() {
        try {
            return new ProcessBuilder("ipvsadm", "-L", "-n")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
