package org.ninelives.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.ReloadReport;

/** The messages are those of sd_notify(3). */
class ServiceManagerTest {

    private final List<String> messages = new ArrayList<>();
    private final ServiceManager manager = new ServiceManager(messages::add, () -> 1_234_567_890L);

    @Test
    void aStartSaysReadyAndWhoItIs() {
        manager.started(77, report("APPLIED", "started: 2 changes"));

        assertThat(messages)
                .containsExactly("READY=1\nMAINPID=77\nSTATUS=Running, started: 2 changes");
    }

    @Test
    void aReloadSaysWhenItBegan() {
        manager.reloading();

        assertThat(messages)
                .containsExactly("RELOADING=1\nMONOTONIC_USEC=1234567\nSTATUS=Reloading");
    }

    @Test
    void aReloadThatWorkedTakesTheErrorAway() {
        manager.ready(report("UNCHANGED", "reloaded without changes"));

        assertThat(messages)
                .containsExactly("READY=1\nSTATUS=Running, reloaded without changes\nERRNO=0");
    }

    @Test
    void aRefusedReloadIsReadyWithAnErrorAndItsReasonInOneLine() {
        manager.ready(report("REFUSED", "k.conf:3: size:\n no number\nREADY=0"));

        assertThat(messages)
                .containsExactly(
                        "READY=1\nSTATUS=Reload refused, what ran runs on: k.conf:3: size: no"
                                + " number READY=0\nERRNO=22");
    }

    @Test
    void anEndlessReasonHasAnEnd() {
        manager.ready(report("REFUSED", "x".repeat(100_000)));

        assertThat(messages.getFirst()).hasSizeLessThan(600).endsWith("\nERRNO=22");
    }

    private static ReloadReport report(String result, String summary) {
        return new ReloadReport(result, summary, 0, 0, List.of(), List.of(), List.of(), "", 0, 0);
    }
}
