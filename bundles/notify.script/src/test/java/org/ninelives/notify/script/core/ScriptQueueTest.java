package org.ninelives.notify.script.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.notify.script.Subjects.EVERYBODY;
import static org.ninelives.notify.script.Subjects.change;
import static org.ninelives.notify.script.Subjects.instance;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;

/**
 * Transcripts: what comes in, and indented what is done about it. Two scripts belong to a state,
 * that of the state and {@code /notify}.
 */
class ScriptQueueTest {

    private static final VrrpSubject SUBJECT = instance("VI_1", EVERYBODY);

    private final ScriptQueue queue = new ScriptQueue();
    private final List<ScriptQueue.Run> running = new ArrayList<>();
    private final StringBuilder transcript = new StringBuilder();

    private void state(String state) {
        transcript.append(state).append('\n');
        queue.arrived(call(state), this::note);
    }

    private void beside(String state) {
        transcript.append(state).append('\n');
        queue.arrivedBeside(call(state), this::note);
    }

    private void lower() {
        transcript.append("lower\n");
        VrrpEvent heard = new VrrpEvent.LowerPriorityHeard(SUBJECT, "10.0.0.2", 90, 100, "");
        queue.arrived((Notice.Call) Notices.of(heard).getFirst(), this::note);
    }

    private static Notice.Call call(String state) {
        VrrpEvent event = change(SUBJECT, VrrpState.INIT, VrrpState.valueOf(state));
        return (Notice.Call) Notices.of(event).getFirst();
    }

    private void ends(String path) {
        transcript.append(path).append(" ends\n");
        ScriptQueue.Run run =
                running.stream()
                        .filter(each -> each.command().script().path().equals(path))
                        .findFirst()
                        .orElseThrow();
        running.remove(run);
        queue.ended(run, this::note);
    }

    private void note(ScriptQueue.Step step) {
        switch (step) {
            case ScriptQueue.Step.Start(ScriptQueue.Run run) -> {
                running.add(run);
                transcript
                        .append("  start ")
                        .append(run.command().script().path())
                        .append(' ')
                        .append(run.call().news())
                        .append('\n');
            }
            case ScriptQueue.Step.Drop(Notice.Call call, Notice.Call newer) ->
                    transcript
                            .append("  drop ")
                            .append(call.news())
                            .append(" for ")
                            .append(newer.news())
                            .append('\n');
        }
    }

    @Test
    void theScriptOfTheStateRunsBeforeThatOfAllStates() {
        state("MASTER");
        ends("/master");
        ends("/notify");
        assertThat(transcript)
                .hasToString(
                        """
                        MASTER
                          start /master MASTER
                        /master ends
                          start /notify MASTER
                        /notify ends
                        """);
        assertThat(queue.isIdle()).isTrue();
    }

    @Test
    void theNextStateWaitsUntilTheLastWasToldWhole() {
        state("MASTER");
        state("BACKUP");
        ends("/master");
        ends("/notify");
        ends("/backup");
        assertThat(transcript)
                .hasToString(
                        """
                        MASTER
                          start /master MASTER
                        BACKUP
                        /master ends
                          start /notify MASTER
                        /notify ends
                          start /backup BACKUP
                        /backup ends
                          start /notify BACKUP
                        """);
        assertThat(queue.isIdle()).isFalse();
    }

    @Test
    void ofStatesThatWaitOnlyTheNewestIsTold() {
        state("MASTER");
        state("BACKUP");
        state("FAULT");
        state("BACKUP");
        ends("/master");
        ends("/notify");
        assertThat(transcript)
                .hasToString(
                        """
                        MASTER
                          start /master MASTER
                        BACKUP
                        FAULT
                          drop BACKUP for FAULT
                        BACKUP
                          drop FAULT for BACKUP
                        /master ends
                          start /notify MASTER
                        /notify ends
                          start /backup BACKUP
                        """);
    }

    @Test
    void aRivalIsToldOnceHoweverOftenItWasHeardMeanwhile() {
        state("MASTER");
        lower();
        lower();
        ends("/master");
        ends("/notify");
        ends("/lower");
        assertThat(transcript)
                .hasToString(
                        """
                        MASTER
                          start /master MASTER
                        lower
                        lower
                          drop MASTER_RX_LOWER_PRI for MASTER_RX_LOWER_PRI
                        /master ends
                          start /notify MASTER
                        /notify ends
                          start /lower MASTER_RX_LOWER_PRI
                        /lower ends
                        """);
    }

    @Test
    void aRivalDoesNotMakeAStateOldNewsButAStateDoesARival() {
        state("BACKUP");
        state("MASTER");
        lower();
        state("FAULT");
        ends("/backup");
        assertThat(transcript)
                .hasToString(
                        """
                        BACKUP
                          start /backup BACKUP
                        MASTER
                        lower
                        FAULT
                          drop MASTER for FAULT
                          drop MASTER_RX_LOWER_PRI for FAULT
                        /backup ends
                          start /notify BACKUP
                        """);
    }

    @Test
    void theStopWaitsForNothing() {
        state("MASTER");
        state("BACKUP");
        state("STOP");
        ends("/stop");
        ends("/notify");
        ends("/master");
        ends("/notify");
        assertThat(transcript)
                .hasToString(
                        """
                        MASTER
                          start /master MASTER
                        BACKUP
                        STOP
                          drop BACKUP for STOP
                          start /stop STOP
                        /stop ends
                          start /notify STOP
                        /notify ends
                        /master ends
                          start /notify MASTER
                        /notify ends
                        """);
        assertThat(queue.isIdle()).isTrue();
    }

    @Test
    void sideBySideNothingWaits() {
        beside("MASTER");
        beside("BACKUP");
        ends("/notify");
        ends("/master");
        assertThat(transcript)
                .hasToString(
                        """
                        MASTER
                          start /master MASTER
                          start /notify MASTER
                        BACKUP
                          start /backup BACKUP
                          start /notify BACKUP
                        /notify ends
                        /master ends
                        """);
        assertThat(queue.isIdle()).isFalse();
    }

    @Test
    void whatWaitsBeginsWhenThoseSideBySideHaveEnded() {
        beside("MASTER");
        state("BACKUP");
        ends("/notify");
        ends("/master");
        assertThat(transcript)
                .hasToString(
                        """
                        MASTER
                          start /master MASTER
                          start /notify MASTER
                        BACKUP
                        /notify ends
                        /master ends
                          start /backup BACKUP
                        """);
    }
}
