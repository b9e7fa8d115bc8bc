package org.ninelives.packages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Says why packages cannot be installed on machines of their own here, where they cannot. */
final class PackageNeeds implements ExecutionCondition {
    private static final List<String> PROGRAMS =
            List.of(
                    "ip",
                    "ping",
                    "tcpdump",
                    "nft",
                    "curl",
                    "openssl",
                    "keepalived",
                    "nginx",
                    "haproxy",
                    "podman",
                    "dpkg-deb",
                    "rpm",
                    "logrotate",
                    "unshare",
                    "nsenter",
                    "systemd");
    private static final ConditionEvaluationResult RESULT = evaluate();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return RESULT;
    }

    private static ConditionEvaluationResult evaluate() {
        List<String> missing = PROGRAMS.stream().filter(program -> !isThere(program)).toList();
        if (!missing.isEmpty()) {
            return ConditionEvaluationResult.disabled(
                    "machines for packages need " + String.join(", ", missing));
        }
        String refusal = refusal();
        return refusal.isEmpty()
                ? ConditionEvaluationResult.enabled("a machine was booted")
                : ConditionEvaluationResult.disabled(
                        "machines for packages need root, namespaces, overlayfs and control"
                                + " groups: "
                                + refusal);
    }

    /** Boots a machine whose first process ends at once. */
    private static String refusal() {
        try {
            Path folder = Files.createTempDirectory("ninelives-machine");
            String name = "nlab-" + ProcessHandle.current().pid() + "-trial";
            Process trial =
                    new ProcessBuilder(Machine.command(folder, name, "true"))
                            .redirectErrorStream(true)
                            .start();
            String output =
                    new String(trial.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .strip();
            boolean isBooted = trial.waitFor() == 0;
            Files.delete(folder);
            new ProcessBuilder(Machine.tidy(name)).start().waitFor();
            return isBooted ? "" : output;
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }

    private static boolean isThere(String program) {
        return Stream.concat(
                        Stream.of(System.getenv("PATH").split(":", -1)),
                        Stream.of("/usr/sbin", "/lib/systemd"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
