package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An administrator at another machine: TLS with certificates, and nothing without. */
@LabTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessOverTlsTest {
    private static final String VIP = "10.0.0.44";
    private static final String ADDRESS = "10.0.0.1";

    private Lab lab;
    private Router a;
    private Node desk;
    private Connector connector;
    private JmxKeys keys;

    @BeforeAll
    void start() throws IOException {
        lab = Labs.open("access", Labs.NINELIVES_ALONE);
        Path settings = Files.createDirectories(lab.node("a").settings());
        keys = JmxKeys.make(settings, ADDRESS);
        desk = lab.node("desk");
        a = lab.startDirector("a", lab.file("a.conf"));
        lab.awaitMaster(a, VIP);
        connector = Connector.await(lab, a);
        OperationsTable.awaitBeans(lab, a);
    }

    @AfterAll
    void stop() {
        lab.close();
    }

    @Test
    void everyOperationIsDoneFromAnotherMachine() {
        try (Tool tool = as("control", "control")) {
            assertThat(tool.connected().ok()).as(tool.connected().text()).isTrue();
            lab.awaitMaster(a, VIP);
            OperationsTable.verifyOutcomes(tool);
        }
        a.log().await("JMX audit: control at 10.0.0.9: org.ninelives:type=VrrpInstance");
    }

    @Test
    void jmxtermDoesTheSameInOneScript() {
        List<String> done;
        try (Tool tool = as("monitor", "monitor")) {
            done = OperationsTable.jmxtermCommands(tool, OperationsTable.Outcome.DONE);
        }
        lab.awaitMaster(a, VIP);
        Jmxterm.overTls(
                        desk,
                        keys.options(keys.user("control")),
                        connector.address(),
                        "control",
                        connector.password("control"))
                .run(done.toArray(String[]::new));
    }

    @Test
    void theMonitorReadsEverythingAndInvokesWhatReads() {
        try (Tool tool = as("monitor", "monitor")) {
            for (String name : tool.list("names", "org.ninelives:*")) {
                assertThat(tool.ask("read", name).ok()).as(name).isTrue();
            }
            OperationsTable.forEach(
                    tool,
                    (row, described, question) ->
                            assertThat(tool.ask(question).isDenied())
                                    .as(row.toString())
                                    .isEqualTo(!described.startsWith("I ")));
        }
    }

    @Test
    void aCertificateServesItsHolderAlone() {
        try (Tool tool = as("monitor", "control")) {
            assertThat(tool.connected().isDenied()).as(tool.connected().text()).isTrue();
        }
        a.log().await("from 10.0.0.9 refused: the certificate is not made out to this user");
    }

    @Test
    void withoutATrustedCertificateTheRightPasswordIsWorthNothing() {
        String[] credentials = {"control", connector.password("control")};
        for (Path keystore : new Path[] {null, keys.user("stranger")}) {
            try (Tool tool = Tool.overTls(desk, keys, keystore, connector.address(), credentials)) {
                assertThat(tool.connected().ok()).as("with " + keystore).isFalse();
                assertThat(tool.connected().isDenied()).as("before the login").isFalse();
            }
        }
        a.log().await("JMX connection from 10.0.0.9 refused: ");
    }

    @Test
    void withoutTlsThereIsNobodyToTalkTo() {
        try (Tool tool =
                new Tool(
                        desk,
                        List.of(),
                        List.of("plain", connector.address()),
                        "control",
                        connector.password("control"))) {
            assertThat(tool.connected().ok()).isFalse();
        }
    }

    private Tool as(String certificate, String user) {
        return Tool.overTls(
                desk,
                keys,
                keys.user(certificate),
                connector.address(),
                user,
                connector.password(user));
    }
}
