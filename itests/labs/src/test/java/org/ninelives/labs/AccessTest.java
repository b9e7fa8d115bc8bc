package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.ninelives.labs.OperationsTable.Outcome;
import org.ninelives.labs.OperationsTable.Row;

/** Each operation of each bean, for each user, by process id and over the loopback. */
@LabTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {
    private static final String VIP = "10.0.0.44";
    private static final String BEANS = "org.ninelives:*";

    private Lab lab;
    private Router a;
    private Connector connector;

    @BeforeAll
    void start() {
        lab = Labs.open("access", Labs.NINELIVES_ALONE);
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
    void everyOperationIsInTheTableAndEveryRowHasItsOperation() {
        List<Row> rows = OperationsTable.rows();
        Set<Row> used = new HashSet<>();
        List<String> missing = new ArrayList<>();
        try (Tool tool = Tool.byPid(a)) {
            for (String name : tool.list("names", BEANS)) {
                for (String operation : tool.list("operations", name)) {
                    List<Row> its =
                            OperationsTable.of(rows, OperationsTable.typeOf(name), operation);
                    used.addAll(its);
                    if (its.isEmpty()) {
                        missing.add(OperationsTable.typeOf(name) + " " + operation);
                    }
                }
            }
        }
        assertThat(missing).as("operations without a row in operations.tsv").isEmpty();
        assertThat(rows).as("rows without an operation").allMatch(used::contains);
    }

    @Test
    void aClientOfTheJdkAloneReadsEverything() {
        try (Tool tool = Tool.overLoopback(connector, "monitor")) {
            List<String> names = tool.list("names", BEANS);
            assertThat(names).hasSizeGreaterThan(7);
            for (String name : names) {
                assertThat(tool.ask("read", name).ok()).as(name).isTrue();
            }
            for (String name : tool.list("names", "java.lang:*")) {
                assertThat(tool.ask("operations", name).ok()).as(name).isTrue();
            }
        }
    }

    @Test
    void controlDoesOverTheLoopbackWhatTheBeansOffer() {
        lab.awaitMaster(a, VIP);
        try (Tool tool = Tool.overLoopback(connector, "control")) {
            OperationsTable.verifyOutcomes(tool);
        }
        verifyAudit("control at 127.0.0.1");
    }

    @Test
    void whoAttachesByProcessIdDoesTheSameAndIsWrittenDownToo() {
        lab.awaitMaster(a, VIP);
        try (Tool tool = Tool.byPid(a)) {
            OperationsTable.verifyOutcomes(tool);
        }
        verifyAudit("local");
    }

    private void verifyAudit(String who) {
        String instance = "JMX audit: " + who + ": org.ninelives:type=VrrpInstance,name=\"VI_1\": ";
        a.log().await(instance + "setPriority(priority=150): done, answered ");
        a.log().await(instance + "setPriority(priority=0): refused: ");
        a.log().await(instance + "resign(): done");
        a.log().await("JMX audit: " + who + ": org.ninelives:type=BfdSession");
        assertThat(a.log().text()).doesNotContain(instance + "explain");
    }

    @Test
    void jmxtermDoesTheSameInOneScript() {
        List<String> done;
        List<String> refused;
        try (Tool tool = Tool.byPid(a)) {
            done = OperationsTable.jmxtermCommands(tool, Outcome.DONE);
            refused = OperationsTable.jmxtermCommands(tool, Outcome.REFUSED);
        }
        lab.awaitMaster(a, VIP);
        Jmxterm.byPid(a).run(done.toArray(String[]::new));
        Jmxterm control = connector.jmxterm("control");
        lab.awaitMaster(a, VIP);
        control.run(done.toArray(String[]::new));
        for (String command : refused) {
            Finished finished = control.attempt(command);
            assertThat(finished.status() != 0 || finished.output().contains("result = REFUSED;"))
                    .as(command + " " + finished)
                    .isTrue();
        }
    }

    @Test
    void theMonitorInvokesWhatReadsAndNothingElse() {
        try (Tool tool = Tool.overLoopback(connector, "monitor")) {
            OperationsTable.forEach(
                    tool,
                    (row, described, question) -> {
                        Tool.Reply reply = tool.ask(question);
                        assertThat(reply.isDenied())
                                .as(row + " " + reply.text())
                                .isEqualTo(!described.startsWith("I "));
                    });
        }
        a.log().await("org.ninelives:type=Daemon: stop(): refused: monitor may only read");
        assertThat(a.isAlive()).isTrue();
    }

    @Test
    void nobodyCreatesUnregistersOrLoads() {
        for (String user : List.of("monitor", "control")) {
            try (Tool tool = Tool.overLoopback(connector, user)) {
                for (String[] question :
                        List.of(
                                new String[] {
                                    "create", "x:type=Loader", "javax.management.loading.MLet"
                                },
                                new String[] {
                                    "create", "x:type=Timer", "javax.management.timer.Timer"
                                },
                                new String[] {"unregister", "org.ninelives:type=Daemon"},
                                new String[] {"set", "java.lang:type=Memory", "Verbose", "1"},
                                new String[] {
                                    "invoke",
                                    "com.sun.management:type=HotSpotDiagnostic",
                                    "dumpHeap",
                                    "java.lang.String boolean",
                                    "/dev/null",
                                    "true"
                                },
                                new String[] {
                                    "invoke",
                                    "java.util.logging:type=Logging",
                                    "setLoggerLevel",
                                    "java.lang.String java.lang.String",
                                    "",
                                    "OFF"
                                })) {
                    assertThat(tool.ask(question).isDenied())
                            .as(user + " " + String.join(" ", question))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void withoutTheRightPasswordThereIsNothingToAsk() {
        for (String[] credentials :
                List.of(
                        new String[] {"control", "guess"},
                        new String[] {"root", connector.password("control")},
                        new String[0])) {
            try (Tool tool =
                    new Tool(
                            a.node(),
                            List.of(),
                            List.of("plain", connector.address()),
                            credentials)) {
                assertThat(tool.connected().isDenied()).as(tool.connected().text()).isTrue();
            }
        }
        a.log().await("JMX login of root from 127.0.0.1 refused: ");
    }
}
