package org.ninelives.notify.email.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.DaemonEvent;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.TrackerEvent;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.api.notify.VrrpSubject.Kind;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;

class AlertsTest {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");
    private static final AlertSettings OFF = settings(false, true);
    private static final AlertSettings ON = settings(true, true);
    private static final AlertSettings NO_FAULTS = settings(true, false);

    private final Alerts alerts = new Alerts();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    INSTANCE | MASTER  | [lb01] VRRP Instance X - Entering MASTER state | => VRRP Instance is now owning VRRP VIPs <=
                    INSTANCE | BACKUP  | [lb01] VRRP Instance X - Entering BACKUP state | => VRRP Instance is no longer owning VRRP VIPs <=
                    INSTANCE | FAULT   | [lb01] VRRP Instance X - Entering FAULT state  | => VRRP Instance is no longer owning VRRP VIPs <=
                    INSTANCE | STOP    | [lb01] VRRP Instance X - Stopping              | => VRRP Instance stopping <=
                    INSTANCE | DELETED | [lb01] VRRP Instance X - Deleted               | => VRRP Deleted at reload <=
                    INSTANCE | INIT    |                                                |
                    GROUP    | MASTER  | [lb01] VRRP Group X - Entering MASTER state    | => All VRRP group instances are now in MASTER state <=
                    GROUP    | BACKUP  | [lb01] VRRP Group X - Entering BACKUP state    | => All VRRP group instances are now in BACKUP state <=
                    GROUP    | FAULT   | [lb01] VRRP Group X - Entering FAULT state     | => All VRRP group instances are now in FAULT state <=
                    GROUP    | STOP    | [lb01] VRRP Group X - Stopping                 | => All VRRP group instances are now stopping <=
                    GROUP    | DELETED |                                                |
                    GROUP    | INIT    |                                                |
                    """)
    void eachStateHasTheWordsOfKeepalived(Kind kind, VrrpState to, String subject, String body) {
        Optional<Mail> mail = alerts.mail(ON, state(subject(kind, "X", null), to), TIME);

        assertThat(mail.map(Mail::subject)).isEqualTo(Optional.ofNullable(subject));
        assertThat(mail.map(Mail::body)).isEqualTo(Optional.ofNullable(body).map(b -> b + "\n"));
        assertThat(mail.map(Mail::time)).isEqualTo(mail.map(any -> TIME));
    }

    @ParameterizedTest
    @CsvSource({
        ",      false, false",
        ",      true,  true",
        "true,  false, true",
        "false, true,  false"
    })
    void whoSaysNothingFollowsTheDefault(Boolean own, boolean byDefault, boolean mailed) {
        AlertSettings settings = settings(byDefault, true);
        for (Kind kind : Kind.values()) {
            VrrpSubject subject = subject(kind, "X", own);

            assertThat(Alerts.isAskedFor(settings, state(subject, VrrpState.MASTER)))
                    .isEqualTo(mailed);
            assertThat(alerts.mail(settings, state(subject, VrrpState.MASTER), TIME).isPresent())
                    .isEqualTo(mailed);
        }
    }

    static Stream<Event> untold() {
        VrrpSubject subject = subject(Kind.INSTANCE, "X", true);
        return Stream.of(
                new VrrpEvent.PriorityChanged(subject, VrrpState.MASTER, 100, 90, "t"),
                new VrrpEvent.LowerPriorityHeard(subject, "192.0.2.1", 90, 100, "t"),
                new VrrpEvent.InstanceState(
                        subject, VrrpState.INIT, VrrpState.FAULT, "r", 100, true, "t"),
                new VrrpEvent.GroupState(
                        subject(Kind.GROUP, "G", true),
                        VrrpState.INIT,
                        VrrpState.FAULT,
                        "r",
                        true,
                        "t"),
                new TrackerEvent(TrackerKind.SCRIPT, "S", Finding.GOOD, Finding.BAD, "t"),
                new DaemonEvent("mail", "t"));
    }

    @ParameterizedTest
    @MethodSource("untold")
    void nobodyIsMailedAboutTheRest(Event event) {
        assertThat(alerts.mail(ON, event, TIME)).isEmpty();
    }

    @Test
    void theSameStateIsNotMailedTwiceInARow() {
        assertThat(topics(ON, "X", VrrpState.BACKUP, VrrpState.BACKUP, VrrpState.MASTER))
                .containsExactly("Entering BACKUP state", "Entering MASTER state");
        assertThat(topics(ON, "X", VrrpState.BACKUP)).containsExactly("Entering BACKUP state");
        assertThat(topics(ON, "Y", VrrpState.BACKUP)).containsExactly("Entering BACKUP state");
    }

    @Test
    void aGroupAndAnInstanceOfOneNameAreTwo() {
        topics(ON, "X", VrrpState.BACKUP);

        assertThat(alerts.mail(ON, state(subject(Kind.GROUP, "X", null), VrrpState.BACKUP), TIME))
                .isPresent();
    }

    @Test
    void aFaultThatIsNotMailedDoesNotCount() {
        assertThat(topics(NO_FAULTS, "X", VrrpState.MASTER, VrrpState.FAULT, VrrpState.MASTER))
                .containsExactly("Entering MASTER state");
    }

    @Test
    void whatWasNotWantedIsNotRemembered() {
        assertThat(topics(OFF, "X", VrrpState.MASTER)).isEmpty();
        assertThat(topics(ON, "X", VrrpState.MASTER)).containsExactly("Entering MASTER state");
    }

    @Test
    void theEndIsMailedAndForgotten() {
        assertThat(topics(ON, "X", VrrpState.BACKUP, VrrpState.STOP, VrrpState.BACKUP))
                .containsExactly("Entering BACKUP state", "Stopping", "Entering BACKUP state");
        assertThat(topics(ON, "Y", VrrpState.DELETED, VrrpState.BACKUP))
                .containsExactly("Deleted", "Entering BACKUP state");
    }

    @Test
    void aSplitBrainIsMailedWhenItBeginsAndWhenItEnds() {
        VrrpSubject subject = subject(Kind.INSTANCE, "X", true);
        VrrpEvent raised = new VrrpEvent.SplitBrain(subject, true, "192.0.2.9 goes on", "t");
        VrrpEvent cleared = new VrrpEvent.SplitBrain(subject, false, "we are master", "t");

        assertThat(alerts.mail(OFF, cleared, TIME)).isEmpty();
        assertThat(alerts.mail(OFF, raised, TIME))
                .hasValueSatisfying(
                        mail -> {
                            assertThat(mail.subject())
                                    .isEqualTo("[lb01] VRRP Instance X - Split brain");
                            assertThat(mail.body()).isEqualTo("=> 192.0.2.9 goes on <=\n");
                        });
        assertThat(alerts.mail(OFF, raised, TIME)).isEmpty();
        assertThat(alerts.mail(OFF, cleared, TIME).map(Mail::topic))
                .contains("VRRP Instance X - Split brain is over");
        assertThat(alerts.mail(OFF, cleared, TIME)).isEmpty();
    }

    @Test
    void aNameWithALineBreakMakesNoHeader() {
        Mail mail = new Mail(TIME, "a\r\nBcc: x", "b\nc", "body\n");

        assertThat(mail.subject()).isEqualTo("[a  Bcc: x] b c");
    }

    private List<String> topics(AlertSettings settings, String name, VrrpState... states) {
        VrrpSubject subject = subject(Kind.INSTANCE, name, null);
        return Stream.of(states)
                .map(state -> alerts.mail(settings, state(subject, state), TIME))
                .flatMap(Optional::stream)
                .map(mail -> mail.topic().replace("VRRP Instance " + name + " - ", ""))
                .toList();
    }

    private static AlertSettings settings(boolean byDefault, boolean faults) {
        return new AlertSettings("lb01", byDefault, Optional.empty(), faults);
    }

    private static VrrpEvent state(VrrpSubject subject, VrrpState to) {
        return switch (subject.kind()) {
            case INSTANCE ->
                    new VrrpEvent.InstanceState(subject, VrrpState.INIT, to, "r", 100, false, "t");
            case GROUP -> new VrrpEvent.GroupState(subject, VrrpState.INIT, to, "r", false, "t");
        };
    }

    private static VrrpSubject subject(Kind kind, String name, Boolean smtpAlert) {
        return new VrrpSubject(
                kind,
                name,
                kind == Kind.INSTANCE ? OptionalInt.of(51) : OptionalInt.empty(),
                "",
                List.of(),
                new Audience(Map.of(), Optional.empty(), Optional.ofNullable(smtpAlert), false));
    }
}
