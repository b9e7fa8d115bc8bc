package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ninelives.api.system.LoopTask;

class AgendaTest {

    private final Agenda agenda = new Agenda();
    private final List<Long> called = new ArrayList<>();

    /** Notes the deadline it was called for, and asks for none after that. */
    private final class Once extends Agenda.Entry {

        private long wantedNanos = LoopTask.NEVER;

        void at(long nanos) {
            wantedNanos = nanos;
            agenda.set(this, nanos);
        }

        @Override
        void due(long nowNanos) {
            called.add(wantedNanos);
            at(LoopTask.NEVER);
        }
    }

    @Test
    void entriesAreCalledInTheOrderOfTheirDeadlinesHoweverTheseMoved() {
        Random random = new Random(7);
        List<Once> entries = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            entries.add(new Once());
        }
        for (int i = 0; i < 20_000; i++) {
            Once entry = entries.get(random.nextInt(entries.size()));
            entry.at(random.nextInt(10) == 0 ? LoopTask.NEVER : random.nextInt(1_000_000));
            assertThat(agenda.deadlineNanos()).isEqualTo(earliest(entries));
        }
        List<Long> expected =
                entries.stream()
                        .map(entry -> entry.wantedNanos)
                        .filter(nanos -> nanos != LoopTask.NEVER)
                        .sorted()
                        .toList();

        agenda.runDue(1_000_000);

        assertThat(called).isEqualTo(expected);
        assertThat(agenda.deadlineNanos()).isEqualTo(LoopTask.NEVER);
    }

    private static long earliest(List<Once> entries) {
        return entries.stream().mapToLong(entry -> entry.wantedNanos).min().orElseThrow();
    }

    @Test
    void whatIsNotDueYetIsNotCalled() {
        new Once().at(10);
        new Once().at(11);

        agenda.runDue(10);

        assertThat(called).containsExactly(10L);
        assertThat(agenda.deadlineNanos()).isEqualTo(11);
    }

    @Test
    void anEntryThatFailsDoesNotHoldUpTheOthersForEver() {
        Agenda.Entry broken =
                new Agenda.Entry() {
                    @Override
                    void due(long nowNanos) {
                        throw new IllegalStateException("broken");
                    }
                };
        agenda.set(broken, 1);
        new Once().at(2);

        assertThatThrownBy(() -> agenda.runDue(5)).hasMessage("broken");
        agenda.runDue(5);

        assertThat(called).containsExactly(2L);
    }
}
