package org.ninelives.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys and certificates of a daemon and of its administrators, made with the JDK's keytool as the
 * documentation tells it.
 *
 * @param folder the settings of the daemon
 */
record JmxKeys(Path folder) {
    private static final String PASSWORD = "changeit";

    /** Makes the daemon's files and those of the users monitor and control. */
    static JmxKeys make(Path folder, String address) {
        JmxKeys keys = new JmxKeys(folder);
        keys.generate(keys.daemon(), "CN=a", "-ext", "san=ip:" + address);
        keys.trust(keys.daemon(), keys.trusted(), "daemon");
        for (String user : List.of("monitor", "control")) {
            keys.generate(keys.user(user), "CN=" + user);
            keys.trust(keys.user(user), folder.resolve("jmx.truststore.p12"), user);
        }
        keys.generate(keys.user("stranger"), "CN=control");
        keys.secret("jmx.keystore.password", PASSWORD + "\n");
        keys.secret(
                "ninelives.properties",
                """
                jmx.host=%s
                jmx.tls=true
                jmx.tls.truststore.password.file=jmx.keystore.password
                """
                        .formatted(address));
        return keys;
    }

    Path user(String name) {
        return folder.resolve(name + ".p12");
    }

    /** What makes a Java client show a certificate, and trust the daemon's. */
    List<String> options(Path keystore) {
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "-Djavax.net.ssl.trustStore=" + trusted(),
                                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD));
        if (keystore != null) {
            options.add("-Djavax.net.ssl.keyStore=" + keystore);
            options.add("-Djavax.net.ssl.keyStorePassword=" + PASSWORD);
        }
        return options;
    }

    private Path daemon() {
        return folder.resolve("jmx.keystore.p12");
    }

    private Path trusted() {
        return folder.resolve("trusted.p12");
    }

    private void generate(Path keystore, String subject, String... more) {
        List<String> command =
                new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC", "-dname", subject));
        command.addAll(List.of(more));
        keytool(command, keystore);
    }

    private void trust(Path from, Path truststore, String alias) {
        Path certificate = folder.resolve(alias + ".crt");
        keytool(List.of("-exportcert", "-file", certificate.toString()), from);
        keytool(
                List.of(
                        "-importcert",
                        "-noprompt",
                        "-alias",
                        alias,
                        "-file",
                        certificate.toString()),
                truststore);
    }

    private static void keytool(List<String> words, Path keystore) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString()));
        command.addAll(words);
        command.addAll(List.of("-keystore", keystore.toString(), "-storepass", PASSWORD));
        Command.run(command);
        makeSecret(keystore);
    }

    private void secret(String name, String text) {
        try {
            makeSecret(Files.writeString(folder.resolve(name), text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void makeSecret(Path file) {
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
