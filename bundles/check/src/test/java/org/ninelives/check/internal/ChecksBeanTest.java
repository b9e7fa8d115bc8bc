package org.ninelives.check.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.management.StandardMBean;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.management.CheckRow;
import org.ninelives.api.management.ChecksMXBean;
import org.ninelives.check.engine.CheckService;
import org.ninelives.testkit.network.FakeNetworks;

class ChecksBeanTest {

    private static final int MANY = 10_000;
    private static final int READS = 20;

    private final CheckService service = new CheckService(new FakeNetworks(), 1, () -> {});
    private final ChecksMXBean bean = new ChecksBean(service);

    @AfterEach
    void close() {
        service.close();
    }

    /** The keyword is not installed, so that no look takes time. */
    private static CheckAssignment of(String server) {
        return new CheckAssignment(
                new CheckKey("[10.0.0.1]:tcp:80", server, 0),
                Lamp.look(probe -> CheckResult.passed("lit")).check(),
                false);
    }

    private void follow(List<CheckAssignment> checks) {
        service.follow(checks, Optional.empty(), (key, standing) -> {});
    }

    @Test
    void theTableHasARowForEachCheck() {
        assertThat(bean.getTable()).isEmpty();
        follow(List.of(of("hall"), of("attic")));

        CheckRow row = bean.getTable().get("[10.0.0.1]:tcp:80 hall 1 LAMP_CHECK");
        assertThat(row.verdict()).isEqualTo("UNKNOWN");
        assertThat(row.sinceMillis()).isZero();
        assertThat(bean.getTable().keySet())
                .extracting(key -> key.split(" ", -1)[1])
                .containsExactly("attic", "hall");
    }

    @Test
    void theTableOfManyIsMadeOnceForAllWhoReadItTogether() throws Exception {
        follow(IntStream.range(0, MANY).mapToObj(i -> of("server " + i)).toList());
        StandardMBean shown = new StandardMBean(bean, ChecksMXBean.class, true);

        List<Thread> readers = new ArrayList<>();
        List<Object> tables = Collections.synchronizedList(new ArrayList<>());
        long begin = System.nanoTime();
        tables.add(shown.getAttribute("Table"));
        long first = System.nanoTime();
        for (int i = 0; i < READS; i++) {
            readers.add(Thread.ofVirtual().start(() -> tables.add(bean.getTable())));
        }
        for (Thread reader : readers) {
            reader.join();
        }
        long all = System.nanoTime();

        assertThat(((TabularData) tables.getFirst()).size()).isEqualTo(MANY);
        assertThat(tables).hasSize(READS + 1);
        System.out.printf(
                "a table of %d checks came to a client in %d ms, to %d readers in %d ms%n",
                MANY, (first - begin) / 1_000_000, READS, (all - first) / 1_000_000);
    }
}
