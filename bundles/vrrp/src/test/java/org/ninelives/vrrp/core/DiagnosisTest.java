package org.ninelives.vrrp.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.vrrp.core.Stage.HIGHER;
import static org.ninelives.vrrp.core.Stage.LOWER;
import static org.ninelives.vrrp.core.Stage.SECOND;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.IpAddress;

class DiagnosisTest {

    private static final Fault DOWN = new Fault(Fault.Kind.INTERFACE_DOWN, "interface eth0 down");
    private static final RouterSettings V2 = RouterSettings.of(2, 100, SECOND);
    private static final long MASTER_DOWN = Timers.masterDownNanos(2, 100, SECOND, 3);

    private final List<String> log = new ArrayList<>();
    private VirtualRouter router = new VirtualRouter(V2);
    private Diagnosis diagnosis = new Diagnosis(0, router);
    private long nowNanos;

    @Test
    void beforeTheStartThereIsLittleToSay() {
        assertThat(explained())
                .containsExactly(
                        "INIT for 0 s: not started", "has heard no advert since the start");
    }

    @Test
    void aBackupTellsWhoIsMasterAndWhenItWouldTakeOver() {
        input(Input.START).after(SECOND).hears(150, HIGHER).after(2 * SECOND);

        assertThat(explained())
                .containsExactly(
                        "BACKUP for 3 s: started",
                        "has heard 1 advert in this state; the latest ever came 2 s ago from"
                                + " 192.0.2.11 (priority 150)",
                        "takes over if 192.0.2.11 (priority 150) is silent for 1.609 s more");
    }

    @Test
    void theLatestAdvertsHaveAnAgeOnceThereAreAny() {
        assertThat(diagnosis.sinceSent(nowNanos)).isEmpty();
        assertThat(diagnosis.sinceHeard(nowNanos)).isEmpty();

        input(Input.START).after(SECOND).hears(150, HIGHER).after(2 * SECOND);
        assertThat(diagnosis.sinceHeard(nowNanos)).hasValue(2 * SECOND);
        assertThat(diagnosis.sinceSent(nowNanos)).isEmpty();
    }

    @Test
    void anAdvertThatResignsIsOneToo() {
        input(Input.START).after(MASTER_DOWN).after(SECOND / 2);
        assertThat(diagnosis.sinceSent(nowNanos)).hasValue(SECOND / 2);

        input(Input.STOP);
        assertThat(diagnosis.sinceSent(nowNanos)).hasValue(0);
    }

    @Test
    void aBackupThatHearsNobodySaysSo() {
        input(Input.START).after(SECOND);

        assertThat(explained())
                .contains(
                        "has heard no advert since the start",
                        "takes over if no master is heard for 2.609 s more");
    }

    @Test
    void aBackupThatPreemptsSaysWhom() {
        input(Input.START).after(SECOND).hears(50, LOWER);

        assertThat(explained()).contains("preempts 192.0.2.9 (priority 50) in 2.609 s");
    }

    @Test
    void aBackupThatWaitsToPreemptSaysHowLong() {
        settings(
                new RouterSettings(
                        2,
                        100,
                        true,
                        20 * SECOND,
                        SECOND,
                        3,
                        0,
                        false,
                        false,
                        GarpSettings.DEFAULT));
        input(Input.START).hears(50, LOWER).after(SECOND);

        assertThat(explained())
                .contains(
                        "leaves 192.0.2.9 (priority 50) alone for 19 s more, as preempt_delay"
                                + " says");
    }

    @Test
    void aBackupThatAsksItsWitnessSaysSo() {
        settings(
                new RouterSettings(
                        2,
                        100,
                        true,
                        0,
                        SECOND,
                        3,
                        0,
                        false,
                        false,
                        GarpSettings.DEFAULT,
                        false,
                        0,
                        SECOND));
        input(Input.START).after(MASTER_DOWN);

        assertThat(explained())
                .contains("takes over when its witness answers, which it must within 1 s");
    }

    @Test
    void aMemberThatWaitsForTheOthersSaysSo() {
        GroupStage group = GroupStage.of(V2, V2);
        group.waits(SECOND).hears("VI_2", 100, LOWER).waits(3 * SECOND);

        assertThat(new Diagnosis(0, group.router("VI_1")).explain(0))
                .contains("takes over when the other members of its sync group are ready");
    }

    @Test
    void aMasterTellsWhatItSends() {
        master().after(2 * SECOND + SECOND / 2);

        assertThat(explained())
                .containsExactly(
                        "MASTER for 2.500 s: no master was heard for 3609 ms",
                        "has sent 3 adverts of priority 100 as master, the latest 0.500 s ago, one"
                                + " each 1000 ms",
                        "has heard no advert since the start");
    }

    @Test
    void aMasterNamesThePeerThatDoesNotHearIt() {
        master().hears(90, LOWER);
        for (int i = 0; i < 12; i++) {
            after(SECOND).hears(90, LOWER);
        }

        assertThat(explained())
                .contains(
                        "a peer seems not to hear us: 192.0.2.9 keeps sending priority 90 while we"
                                + " send 100, for 12 s now; check that protocol 112 (VRRP) from us"
                                + " reaches it, and that it does not refuse our adverts");
        assertThat(after(3 * SECOND).explained()).noneMatch(line -> line.contains("a peer seems"));
    }

    @Test
    void aFewWeakerAdvertsAreAnElection() {
        master().hears(90, LOWER).hears(90, LOWER).hears(0, LOWER);

        assertThat(explained()).noneMatch(line -> line.contains("a peer seems"));
    }

    @Test
    void faultsAreNamed() {
        Fault awaited = new Fault(Fault.Kind.AWAITED, "script chk");
        input(Input.START).input(new Input.FaultsChanged(List.of(DOWN, awaited)));

        assertThat(explained())
                .startsWith(
                        "FAULT for 0 s: interface eth0 down, script chk",
                        "fault: interface eth0 down",
                        "awaits the first result of script chk");
    }

    @Test
    void whatIsRefusedIsToldWithAnExampleAndWhatToCheck() {
        input(Input.START).refuses("received an invalid passwd from 192.0.2.9!").after(SECOND);
        refuses("received an invalid passwd from 192.0.2.11!").after(SECOND);

        assertThat(explained())
                .contains(
                        "refused 2 adverts in the last 2 s, the latest 1 s ago: received an"
                                + " invalid passwd from 192.0.2.11!; authentication, passwords and"
                                + " keys must be the same on all routers");
    }

    @Test
    void whatIsOddIsToldToo() {
        diagnosis.flawed(0, AdvertFlaw.ADDRESSES, "expected 2 VIPs but received 1", this::log);

        assertThat(explained())
                .contains(
                        "accepted all the same 1 advert in the last 0 s, the latest 0 s ago:"
                                + " expected 2 VIPs but received 1; virtual_ipaddress must be the"
                                + " same on all routers");
    }

    @Test
    void eachStateCountsAnew() {
        input(Input.START).refuses("x").hears(100, HIGHER).after(4 * SECOND);

        assertThat(explained())
                .noneMatch(line -> line.startsWith("refused"))
                .anyMatch(line -> line.startsWith("has heard 0 adverts in this state"));
    }

    @Test
    void theLogIsToldWhenAFlawLastsAndThenOnceAMinute() {
        input(Input.START).refuses("x").refuses("x").refuses("x");
        assertThat(log).as("a burst").isEmpty();

        for (int i = 0; i < 63; i++) {
            after(SECOND).refuses("x").hears(100, HIGHER);
        }

        assertThat(log)
                .hasSize(2)
                .first()
                .asString()
                .startsWith("(VI_1) refused 5 adverts in the last 2 s, the latest 0 s ago: x; ");
    }

    @Test
    void aChangeOfStateDoesNotRepeatWhatWasLogged() {
        input(Input.START).refuses("x").after(SECOND).refuses("x").after(SECOND).refuses("x");
        assertThat(log).hasSize(1);

        after(5 * SECOND).refuses("x").after(SECOND).refuses("x").after(SECOND).refuses("x");

        assertThat(router.state()).isEqualTo(State.MASTER);
        assertThat(log).hasSize(1);
    }

    @Test
    void pausesAreRemembered() {
        master();
        nowNanos += 10 * SECOND;
        input(Input.TICK);

        assertThat(explained())
                .contains(
                        "stood still 1 time since the start, the longest time for 9 s; check the"
                                + " load of this machine");
    }

    private List<String> explained() {
        return diagnosis.explain(nowNanos);
    }

    private void settings(RouterSettings settings) {
        router = new VirtualRouter(settings);
        diagnosis = new Diagnosis(0, router);
    }

    private DiagnosisTest master() {
        return input(Input.START).after(MASTER_DOWN);
    }

    private DiagnosisTest input(Input input) {
        router.handle(nowNanos, input, effect -> diagnosis.performed(nowNanos, effect));
        return this;
    }

    private DiagnosisTest hears(int priority, IpAddress from) {
        ReceivedAdvert advert =
                new ReceivedAdvert().set(priority, SECOND, from.family(), from.high(), from.low());
        input(advert);
        diagnosis.heard(nowNanos, advert);
        return this;
    }

    private DiagnosisTest refuses(String words) {
        diagnosis.flawed(nowNanos, AdvertFlaw.AUTHENTICATION, words, this::log);
        return this;
    }

    private void log(Remark remark) {
        log.add(remark.text("VI_1"));
    }

    private DiagnosisTest after(long nanos) {
        long end = nowNanos + nanos;
        while (router.deadlineNanos() <= end) {
            nowNanos = router.deadlineNanos();
            input(Input.TICK);
        }
        nowNanos = end;
        return this;
    }
}
