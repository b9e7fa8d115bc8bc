package org.ninelives.notify.script.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.notify.script.Subjects.change;
import static org.ninelives.notify.script.Subjects.group;
import static org.ninelives.notify.script.Subjects.instance;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;

class StandingTest {

    private static final VrrpSubject FIRST = instance("VI_1", Audience.NONE);
    private static final VrrpSubject SECOND = instance("VI_2", Audience.NONE);
    private static final VrrpSubject GROUP = group("VI_1", Audience.NONE);

    private final Standing standing = new Standing();

    private void become(VrrpSubject subject, VrrpState state) {
        standing.happened(change(subject, VrrpState.INIT, state));
    }

    private List<String> afterReload() {
        standing.reloading();
        return written();
    }

    private List<String> written() {
        return standing.reloaded().stream().map(Notice.Line::text).toList();
    }

    @Test
    void theLastStateOfEachIsWrittenInstancesFirst() {
        become(GROUP, VrrpState.BACKUP);
        become(FIRST, VrrpState.BACKUP);
        become(SECOND, VrrpState.FAULT);
        become(FIRST, VrrpState.MASTER);
        assertThat(afterReload())
                .containsExactly(
                        "INSTANCE \"VI_1\" MASTER 100",
                        "INSTANCE \"VI_2\" FAULT 100",
                        "GROUP \"VI_1\" BACKUP 0");
        assertThat(afterReload()).hasSize(3);
    }

    @Test
    void thePriorityIsTheOneInForce() {
        standing.happened(new VrrpEvent.PriorityChanged(FIRST, VrrpState.INIT, 1, 2, ""));
        become(FIRST, VrrpState.MASTER);
        standing.happened(new VrrpEvent.PriorityChanged(FIRST, VrrpState.MASTER, 100, 80, ""));
        assertThat(afterReload()).containsExactly("INSTANCE \"VI_1\" MASTER 80");
    }

    @Test
    void nothingIsWrittenWithoutAReload() {
        become(FIRST, VrrpState.MASTER);
        assertThat(written()).isEmpty();
    }

    @Test
    void whatIsGoneIsForgotten() {
        become(FIRST, VrrpState.MASTER);
        become(SECOND, VrrpState.MASTER);
        become(GROUP, VrrpState.MASTER);
        standing.reloading();
        become(FIRST, VrrpState.DELETED);
        become(GROUP, VrrpState.FAULT);
        assertThat(written()).containsExactly("INSTANCE \"VI_2\" MASTER 100");
        become(SECOND, VrrpState.STOP);
        assertThat(afterReload()).isEmpty();
    }

    @Test
    void whatNobodyWasToldIsNotWritten() {
        become(FIRST, VrrpState.BACKUP);
        standing.happened(
                new VrrpEvent.InstanceState(
                        FIRST, VrrpState.BACKUP, VrrpState.FAULT, "", 100, true, ""));
        standing.happened(new VrrpEvent.LowerPriorityHeard(FIRST, "10.0.0.2", 1, 100, ""));
        standing.happened(new VrrpEvent.SplitBrain(FIRST, true, "", ""));
        assertThat(afterReload()).containsExactly("INSTANCE \"VI_1\" BACKUP 100");
    }
}
