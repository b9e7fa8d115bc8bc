package org.ninelives.page.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.EventRecord;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.management.OverridesMXBean;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.api.management.VirtualServerMXBean;
import org.ninelives.api.management.VirtualServerStatus;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.management.VrrpInstanceStatus;
import org.ninelives.testkit.FakeBeans;

class RowsTest {

    private final FakeBeans beans = new FakeBeans();

    private void router(String name, String state) {
        beans.with(
                name,
                VrrpInstanceMXBean.class,
                Map.of(
                        "getStatus",
                        FakeBeans.sample(
                                VrrpInstanceStatus.class, Map.of("name", name, "state", state))));
    }

    private void servers(int count, String state) {
        Map<String, RealServerStatus> servers = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String name = "[192.168.%d.%d]:tcp:80".formatted(i / 250, i % 250 + 1);
            servers.put(
                    name,
                    FakeBeans.sample(
                            RealServerStatus.class,
                            Map.of("virtualServer", "V", "name", name, "state", state)));
        }
        beans.with(
                "V",
                VirtualServerMXBean.class,
                Map.of(
                        "getStatus",
                        FakeBeans.sample(VirtualServerStatus.class, Map.of("name", "V")),
                        "getServers",
                        servers));
    }

    private Map<String, String> now(Map<String, String> before) {
        return Rows.now(beans::forEach, "node", before);
    }

    @Test
    void aRowHasItsKeyItsKindAndItsBean() {
        router("VI_1", "MASTER");

        assertThat(now(Map.of()).get("VI_1"))
                .startsWith("{\"key\":\"VI_1\",\"kind\":\"instance\",\"bean\":\"VI_1\",")
                .contains("\"state\":\"MASTER\"");
    }

    @Test
    void aServerHasTheNameOfItsBean() {
        servers(1, "UP");

        assertThat(now(Map.of()))
                .containsKey(
                        "org.ninelives:type=RealServer,virtualServer=\"V\","
                                + "name=\"[192.168.0.1]:tcp:80\"");
    }

    @Test
    void whatIsSetByHandHasARowEach() {
        beans.with(
                OverridesMXBean.class,
                Map.of(
                        "getOverrides",
                        List.of(
                                FakeBeans.sample(
                                        OverrideStatus.class,
                                        Map.of("kind", "priority", "subject", "VI_1")))));

        assertThat(now(Map.of())).containsKey("override priority VI_1");
    }

    @Test
    void onlyWhatHasChangedIsTold() {
        servers(1000, "UP");
        router("VI_1", "BACKUP");
        router("VI_2", "BACKUP");
        Map<String, String> before = now(Map.of());
        assertThat(Rows.changes(before, now(before))).isEmpty();

        router("VI_1", "MASTER");
        beans.without("VI_2");

        assertThat(Rows.changes(before, now(before)))
                .satisfiesExactly(
                        rows ->
                                assertThat(rows)
                                        .startsWith("event: rows\ndata: [{\"key\":\"VI_1\"")
                                        .endsWith("]\n\n")
                                        .doesNotContain("server"),
                        gone -> assertThat(gone).isEqualTo("event: gone\ndata: [\"VI_2\"]\n\n"));
    }

    @Test
    void whatCannotBeReadStaysAsItWas() {
        router("VI_1", "MASTER");
        Map<String, String> before = now(Map.of());
        beans.with(
                "VI_1",
                VrrpInstanceMXBean.class,
                Map.of("getStatus", new IllegalStateException("the loop does not answer")));
        router("VI_2", "BACKUP");

        assertThat(now(before)).containsEntry("VI_1", before.get("VI_1")).containsKey("VI_2");
    }

    @Test
    void manyRowsAreManyMessages() {
        servers(1000, "UP");

        assertThat(Messages.rows(List.copyOf(now(Map.of()).values())))
                .hasSizeBetween(5, 6)
                .allMatch(message -> message.lines().count() == 3);
    }

    @Test
    void anEventIsOneLineWhateverIsInIt() {
        EventRecord event = new EventRecord(7, 1000, "script", "a", "one\ntwo", Map.of());

        assertThat(Messages.events(List.of(event)))
                .containsExactly(
                        "event: journal\ndata: [{\"sequence\":7,\"time\":1000,\"type\":\"script\","
                                + "\"name\":\"a\",\"text\":\"one\\u000atwo\"}]\n\n");
        assertThat(Messages.events(List.of())).isEmpty();
    }
}
