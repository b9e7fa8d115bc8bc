package org.ninelives.notify.script.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.notify.script.Subjects.EVERYBODY;
import static org.ninelives.notify.script.Subjects.change;
import static org.ninelives.notify.script.Subjects.group;
import static org.ninelives.notify.script.Subjects.instance;
import static org.ninelives.notify.script.Subjects.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.Audience.Occasion;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;

class NoticesTest {

    private static final VrrpSubject INSTANCE = instance("VI_1", EVERYBODY);
    private static final VrrpSubject GROUP = group("G1", EVERYBODY);

    /** Commands as they would be typed, then the line in brackets. */
    private static List<String> told(VrrpEvent event) {
        List<String> told = new ArrayList<>();
        for (Notice notice : Notices.of(event)) {
            switch (notice) {
                case Notice.Call call -> call.commands().forEach(each -> told.add(typed(each)));
                case Notice.Line line -> told.add("[" + line.text() + "]");
            }
        }
        return told;
    }

    private static String typed(Notice.Command command) {
        List<String> words = new ArrayList<>(command.script().words());
        words.addAll(command.extraWords());
        return String.join(" ", words);
    }

    static Stream<Arguments> transitions() {
        return Stream.of(VrrpState.values())
                .flatMap(
                        from ->
                                Stream.of(VrrpState.values())
                                        .filter(to -> to != VrrpState.INIT)
                                        .map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void everyTransitionOfAnInstanceIsToldToItsScriptThenToAllThenToFifos(
            VrrpState from, VrrpState to) {
        assertThat(told(change(INSTANCE, from, to)))
                .containsExactly(
                        "/" + to.name().toLowerCase(java.util.Locale.ROOT),
                        "/notify all INSTANCE VI_1 " + to + " 100",
                        "[INSTANCE \"VI_1\" " + to + " 100]");
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void everyTransitionOfAGroupIsToldWithPriorityZero(VrrpState from, VrrpState to) {
        assertThat(told(change(GROUP, from, to)))
                .containsExactly(
                        "/" + to.name().toLowerCase(java.util.Locale.ROOT),
                        "/notify all GROUP G1 " + to + " 0",
                        "[GROUP \"G1\" " + to + " 0]");
    }

    @ParameterizedTest
    @MethodSource("transitions")
    void withoutScriptsFifosAreTold(VrrpState from, VrrpState to) {
        assertThat(told(change(instance("VI_1", Audience.NONE), from, to)))
                .containsExactly("[INSTANCE \"VI_1\" " + to + " 100]");
        assertThat(told(change(group("G1", Audience.NONE), from, to)))
                .containsExactly("[GROUP \"G1\" " + to + " 0]");
    }

    @ParameterizedTest
    @EnumSource(VrrpState.class)
    void whatIsHeldIsToldToNobody(VrrpState from) {
        assertThat(
                        told(
                                new VrrpEvent.InstanceState(
                                        INSTANCE, from, VrrpState.FAULT, "", 100, true, "")))
                .isEmpty();
        assertThat(told(new VrrpEvent.GroupState(GROUP, from, VrrpState.FAULT, "", true, "")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(VrrpState.class)
    void nobodyIsToldThatSomethingHasNotStarted(VrrpState from) {
        assertThat(told(change(INSTANCE, from, VrrpState.INIT))).isEmpty();
        assertThat(told(change(GROUP, from, VrrpState.INIT))).isEmpty();
    }

    @Test
    void aScriptForOneStateIsNotToldOfOthers() {
        Audience masterOnly =
                new Audience(
                        Map.of(Occasion.MASTER, script("/master")),
                        Optional.empty(),
                        Optional.empty(),
                        false);
        VrrpSubject subject = instance("VI_1", masterOnly);
        assertThat(told(change(subject, VrrpState.INIT, VrrpState.BACKUP)))
                .containsExactly("[INSTANCE \"VI_1\" BACKUP 100]");
        assertThat(told(change(subject, VrrpState.BACKUP, VrrpState.MASTER)))
                .containsExactly("/master", "[INSTANCE \"VI_1\" MASTER 100]");
    }

    @Test
    void aMasterThatHeardALowerPriorityTellsItsOwn() {
        VrrpEvent heard = new VrrpEvent.LowerPriorityHeard(INSTANCE, "10.0.0.2", 90, 100, "text");
        assertThat(told(heard))
                .containsExactly("/lower", "[INSTANCE \"VI_1\" MASTER_RX_LOWER_PRI 100]");
        VrrpEvent unheard =
                new VrrpEvent.LowerPriorityHeard(
                        instance("VI_1", Audience.NONE), "10.0.0.2", 90, 100, "text");
        assertThat(told(unheard)).containsExactly("[INSTANCE \"VI_1\" MASTER_RX_LOWER_PRI 100]");
    }

    @ParameterizedTest
    @CsvSource({
        "MASTER, MASTER_PRIORITY",
        "BACKUP, BACKUP_PRIORITY",
        "FAULT,  BACKUP_PRIORITY",
        "INIT,   BACKUP_PRIORITY"
    })
    void changesOfThePriorityAreWrittenWhereAskedFor(VrrpState state, String word) {
        assertThat(told(new VrrpEvent.PriorityChanged(INSTANCE, state, 100, 90, "text")))
                .containsExactly("[INSTANCE \"VI_1\" " + word + " 90]");
        assertThat(
                        told(
                                new VrrpEvent.PriorityChanged(
                                        instance("VI_1", Audience.NONE), state, 100, 90, "text")))
                .isEmpty();
    }

    @Test
    void splitBrainIsNoBusinessOfScripts() {
        assertThat(told(new VrrpEvent.SplitBrain(INSTANCE, true, "seen", "text"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "with blank, with blank",
        "with\"quote, with\\\"quote",
        "back\\slash, back\\\\slash",
        "Grüße, Grüße"
    })
    void aNameInALineCanBeToldFromWhatFollows(String name, String written) {
        VrrpSubject subject = instance(name, EVERYBODY);
        assertThat(told(change(subject, VrrpState.BACKUP, VrrpState.MASTER)))
                .contains("/notify all INSTANCE " + name + " MASTER 100")
                .endsWith("[INSTANCE \"" + written + "\" MASTER 100]");
    }

    @Test
    void aLineStaysOneLine() {
        VrrpSubject subject = instance("two\nlines\t", Audience.NONE);
        assertThat(told(change(subject, VrrpState.BACKUP, VrrpState.MASTER)))
                .containsExactly("[INSTANCE \"two\\012lines\\011\" MASTER 100]");
    }

    @Test
    void theEnvironmentTellsMoreThanTheWords() {
        assertThat(call(change(INSTANCE, VrrpState.BACKUP, VrrpState.MASTER)).environment())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "NINELIVES_KIND", "INSTANCE",
                                "NINELIVES_NAME", "VI_1",
                                "NINELIVES_EVENT", "MASTER",
                                "NINELIVES_STATE", "MASTER",
                                "NINELIVES_PREVIOUS_STATE", "BACKUP",
                                "NINELIVES_REASON", "a reason",
                                "NINELIVES_PRIORITY", "100",
                                "NINELIVES_VRID", "51",
                                "NINELIVES_INTERFACE", "eth0",
                                "NINELIVES_VIPS", "10.0.0.44/24 10.0.0.45/24"));
    }

    @Test
    void whatAGroupDoesNotHaveIsEmpty() {
        assertThat(call(change(GROUP, VrrpState.INIT, VrrpState.FAULT)).environment())
                .containsEntry("NINELIVES_KIND", "GROUP")
                .containsEntry("NINELIVES_PREVIOUS_STATE", "INIT")
                .containsEntry("NINELIVES_PRIORITY", "")
                .containsEntry("NINELIVES_VRID", "")
                .containsEntry("NINELIVES_INTERFACE", "")
                .containsEntry("NINELIVES_VIPS", "10.0.0.44/24");
    }

    @Test
    void theEnvironmentTellsWhoWasHeard() {
        VrrpEvent heard = new VrrpEvent.LowerPriorityHeard(INSTANCE, "10.0.0.2", 90, 100, "text");
        assertThat(call(heard).environment())
                .containsEntry("NINELIVES_EVENT", "MASTER_RX_LOWER_PRI")
                .containsEntry("NINELIVES_STATE", "MASTER")
                .containsEntry("NINELIVES_PRIORITY", "100")
                .containsEntry("NINELIVES_REASON", "heard 10.0.0.2 with priority 90");
    }

    @Test
    void labelsNameKeywordAndBlock() {
        assertThat(labels(INSTANCE))
                .containsExactly(
                        "notify_stop of vrrp_instance VI_1", "notify of vrrp_instance VI_1");
        assertThat(labels(GROUP))
                .containsExactly(
                        "notify_stop of vrrp_sync_group G1", "notify of vrrp_sync_group G1");
    }

    private static List<String> labels(VrrpSubject subject) {
        return call(change(subject, VrrpState.MASTER, VrrpState.STOP)).commands().stream()
                .map(Notice.Command::label)
                .toList();
    }

    @Test
    void theScriptBeforeTheStopIsCalledWhereThereIsOne() {
        Notice.Call call = Notices.beforeStop(INSTANCE).orElseThrow();
        assertThat(call.commands()).extracting(NoticesTest::typed).containsExactly("/prestop");
        assertThat(call.environment())
                .containsEntry("NINELIVES_EVENT", "PRE_STOP")
                .containsEntry("NINELIVES_STATE", "MASTER");
        assertThat(Notices.beforeStop(instance("VI_1", Audience.NONE))).isEmpty();
    }

    private static Notice.Call call(VrrpEvent event) {
        return (Notice.Call) Notices.of(event).getFirst();
    }
}
