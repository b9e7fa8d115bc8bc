package org.ninelives.ctl.access;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Which daemon is meant, and who asks it; the one on this machine unless told otherwise. */
public final class Where {

    @Option(
            names = {"-p", "--pid"},
            paramLabel = "PID",
            scope = ScopeType.INHERIT,
            description = "attach to this process; its own user and root can")
    Optional<Long> pid = Optional.empty();

    @Option(
            names = {"-a", "--address"},
            paramLabel = "HOST:PORT",
            scope = ScopeType.INHERIT,
            description = "where the daemon's connector listens")
    Optional<String> address = Optional.empty();

    @Option(
            names = {"-u", "--user"},
            paramLabel = "USER",
            defaultValue = "control",
            scope = ScopeType.INHERIT,
            description = "who asks: monitor or control (default: ${DEFAULT-VALUE})")
    String user = "control";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description =
                    "lines of user and password (default: jmx.password beside the daemon's"
                            + " settings)")
    Optional<Path> passwordFile = Optional.empty();

    @Option(
            names = "--tls",
            scope = ScopeType.INHERIT,
            description =
                    "speak TLS, as a daemon does that others can reach; trust and certificate come"
                            + " from the files below")
    boolean tls;

    @Option(
            names = "--trust-store",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "PKCS #12 file of the certificates to believe")
    Optional<Path> trustStore = Optional.empty();

    @Option(
            names = "--key-store",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "PKCS #12 file of the certificate to show")
    Optional<Path> keyStore = Optional.empty();

    @Option(
            names = "--store-password-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "its first line opens both of these files")
    Optional<Path> storePasswordFile = Optional.empty();
}
