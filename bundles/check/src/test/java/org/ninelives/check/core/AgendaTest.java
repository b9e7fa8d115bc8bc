package org.ninelives.check.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgendaTest {

    private final Agenda<Note> agenda = new Agenda<>();

    private static final class Note extends Agenda.Entry {
        private long time = Agenda.NEVER;
    }

    @Test
    void anAgendaWithoutEntriesIsNeverDue() {
        assertThat(agenda.timeNanos()).isEqualTo(Agenda.NEVER);
        assertThat(agenda.takeDue(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void anEntryIsDueAtItsTimeAndNotBefore() {
        Note note = new Note();
        agenda.plan(note, 5);

        assertThat(agenda.takeDue(4)).isEmpty();
        assertThat(agenda.takeDue(5)).containsSame(note);
        assertThat(agenda.size()).isZero();
    }

    @Test
    void anEntryThatIsPlannedAnewHasOneTimeOnly() {
        Note note = new Note();
        agenda.plan(note, 5);
        agenda.plan(note, 9);

        assertThat(agenda.size()).isOne();
        assertThat(agenda.takeDue(8)).isEmpty();
    }

    @Test
    void neverTakesAnEntryOff() {
        Note note = new Note();
        agenda.plan(note, 5);
        agenda.plan(note, Agenda.NEVER);
        agenda.remove(note);

        assertThat(agenda.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverIsPlannedAndRemovedComesInOrder(long seed) {
        Random random = new Random(seed);
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            notes.add(new Note());
        }
        for (int i = 0; i < 3000; i++) {
            Note note = notes.get(random.nextInt(notes.size()));
            note.time = random.nextInt(5) == 0 ? Agenda.NEVER : random.nextInt(1000);
            agenda.plan(note, note.time);
        }

        List<Long> times = new ArrayList<>();
        while (agenda.size() > 0) {
            assertThat(agenda.timeNanos()).isLessThan(Agenda.NEVER);
            times.add(agenda.takeDue(1000).orElseThrow().time);
        }

        assertThat(times)
                .hasSizeGreaterThan(100)
                .isSortedAccordingTo(Comparator.naturalOrder())
                .hasSameSizeAs(notes.stream().filter(note -> note.time < 1000).toList());
    }
}
