package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.api.script.Script;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.testkit.FakeLan;

/** Every transition, and what of it an instance alone and a sync group with its members tell. */
class NotificationTableTest {

    private static final String TRACKERS =
            "track_script { SCRIPT }\ntrack_file { FILE weight 1 }\n";

    /** What happens to the node that is looked at. */
    private enum Step {
        START,
        ELECTION,
        STRONGER_PEER,
        WEAKER_PEER,
        BAD,
        GOOD,
        LOSS,
        STOP,
        REMOVAL,
        DISSOLUTION
    }

    /** A node, its peer, and what of the last step was told. */
    private static final class Play {

        private final FakeLan lan = new FakeLan();
        private final Host node = Host.withEth0(lan, "a", "10.0.0.1/24");
        private final Host peer = Host.withEth0(lan, "b", "10.0.0.2/24");
        private final String config;

        Play(String config, Finding script) {
            this.config = config;
            node.find(TrackerKind.SCRIPT, script);
            node.find(TrackerKind.FILE, new Finding.Value(0));
        }

        List<VrrpEvent> told(String steps) {
            for (String step : steps.split(" ", -1)) {
                node.told.clear();
                play(Step.valueOf(step));
            }
            return node.told;
        }

        private void play(Step step) {
            switch (step) {
                case START -> node.run(config);
                case ELECTION -> lan.advance(Samples.ELECTION);
                case STRONGER_PEER -> {
                    peer.run(config.replace("priority 100", "priority 200"));
                    lan.advance(Samples.ELECTION);
                }
                case WEAKER_PEER -> {
                    // It does not hear who is master, and so becomes one too.
                    lan.lose(packet -> packet.to().equals(peer.machine));
                    peer.run(config.replace("priority 100", "priority 50"));
                    lan.advance(Samples.ELECTION.multipliedBy(2));
                }
                case BAD -> node.find(TrackerKind.SCRIPT, Finding.BAD);
                case GOOD -> node.find(TrackerKind.SCRIPT, Finding.GOOD);
                case LOSS -> node.find(TrackerKind.FILE, new Finding.Value(-20));
                case STOP -> node.stop();
                case REMOVAL -> node.run("");
                case DISSOLUTION ->
                        node.run(config.replaceFirst("(?s)vrrp_sync_group.*?\n}\n", ""));
            }
        }
    }

    private static String instance(String name, int vrid, String lines) {
        return Samples.instance(name, vrid, 100, "10.0.0.4" + vrid + "/24")
                .replace(
                        "interface eth0",
                        "interface eth0\nnotify /instance\nnotify_priority_changes\n" + lines);
    }

    private static String alone(String lines) {
        return instance("VI_1", 1, TRACKERS + lines);
    }

    private static String grouped(String lines) {
        return "vrrp_sync_group G {\ngroup { VI_1 VI_2 }\nnotify /group\n"
                + TRACKERS
                + lines
                + "\n}\n"
                + instance("VI_1", 1, lines)
                + instance("VI_2", 2, lines);
    }

    /** One line for all that somebody hears of. */
    private static String lines(List<VrrpEvent> events) {
        return events.stream()
                .map(NotificationTableTest::line)
                .filter(line -> !line.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String line(VrrpEvent event) {
        String words =
                switch (event) {
                    case VrrpEvent.InstanceState change ->
                            change.held() ? "" : change.to().toString();
                    case VrrpEvent.GroupState change -> change.held() ? "" : change.to().toString();
                    case VrrpEvent.PriorityChanged change -> change.state() + "_" + change.to();
                    case VrrpEvent.LowerPriorityHeard heard -> "LOWER";
                    case VrrpEvent.SplitBrain seen -> "";
                    case VrrpEvent.Late late -> "";
                };
        return words.isEmpty() ? "" : event.name() + " " + words;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # the script | steps                         | an instance alone | a group and its members
                    GOOD    | START                         | VI_1 BACKUP    | G BACKUP, VI_1 BACKUP, VI_2 BACKUP
                    GOOD    | START ELECTION                | VI_1 MASTER    | VI_2 MASTER, VI_1 MASTER, G MASTER
                    GOOD    | START ELECTION STRONGER_PEER  | VI_1 BACKUP    | VI_2 BACKUP, VI_1 BACKUP, G BACKUP
                    GOOD    | START ELECTION WEAKER_PEER    | VI_1 LOWER     | VI_2 LOWER, VI_1 LOWER
                    GOOD    | START BAD                     | VI_1 FAULT     | VI_1 FAULT, VI_2 FAULT, G FAULT
                    GOOD    | START ELECTION BAD            | VI_1 FAULT     | VI_1 FAULT, VI_2 FAULT, G FAULT
                    GOOD    | START BAD GOOD                | VI_1 BACKUP    | VI_2 BACKUP, VI_1 BACKUP, G BACKUP
                    GOOD    | START STOP                    | VI_1 STOP      | VI_1 STOP, VI_2 STOP, G STOP
                    GOOD    | START ELECTION STOP           | VI_1 STOP      | VI_1 STOP, VI_2 STOP, G STOP
                    GOOD    | START BAD STOP                | VI_1 STOP      | VI_1 STOP, VI_2 STOP, G STOP
                    GOOD    | START REMOVAL                 | VI_1 FAULT     | VI_1 FAULT, VI_2 FAULT, G FAULT
                    GOOD    | START ELECTION REMOVAL        | VI_1 FAULT     | VI_1 FAULT, VI_2 FAULT, G FAULT
                    GOOD    | START ELECTION DISSOLUTION    | ''             | ''
                    GOOD    | START LOSS                    | VI_1 BACKUP_80 | VI_1 BACKUP_80, VI_2 BACKUP_80
                    GOOD    | START ELECTION LOSS           | VI_1 MASTER_80 | VI_1 MASTER_80, VI_2 MASTER_80
                    BAD     | START                         | VI_1 FAULT     | VI_1 FAULT, G FAULT, VI_2 FAULT
                    BAD     | START GOOD                    | VI_1 BACKUP    | VI_2 BACKUP, VI_1 BACKUP, G BACKUP
                    BAD     | START STOP                    | VI_1 STOP      | VI_1 STOP, VI_2 STOP, G STOP
                    UNKNOWN | START                         | ''             | ''
                    UNKNOWN | START GOOD                    | VI_1 BACKUP    | VI_2 BACKUP, VI_1 BACKUP, G BACKUP
                    UNKNOWN | START BAD                     | VI_1 FAULT     | VI_1 FAULT, VI_2 FAULT, G FAULT
                    UNKNOWN | START STOP                    | VI_1 STOP      | VI_1 STOP, VI_2 STOP, G STOP
                    """)
    void eachTransitionIsToldInItsOrder(
            Finding.Known script, String steps, String ofInstance, String ofGroup) {
        assertThat(lines(new Play(alone(""), script).told(steps))).isEqualTo(ofInstance);
        assertThat(lines(new Play(grouped(""), script).told(steps))).isEqualTo(ofGroup);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # the script | steps       | an instance alone | a group and its members
                    GOOD    | START            | ''          | ''
                    GOOD    | START ELECTION   | VI_1 MASTER | VI_2 MASTER, VI_1 MASTER, G MASTER
                    GOOD    | START BAD        | VI_1 FAULT  | VI_1 FAULT, VI_2 FAULT, G FAULT
                    GOOD    | START BAD GOOD   | VI_1 BACKUP | VI_2 BACKUP, VI_1 BACKUP, G BACKUP
                    UNKNOWN | START GOOD       | ''          | ''
                    BAD     | START GOOD       | VI_1 BACKUP | VI_2 BACKUP, VI_1 BACKUP, G BACKUP
                    """)
    void theBackupOfTheStartCanBeLeftOut(
            Finding.Known script, String steps, String ofInstance, String ofGroup) {
        String off = "notify_initial_backup off\n";

        assertThat(lines(new Play(alone(off), script).told(steps))).isEqualTo(ofInstance);
        assertThat(lines(new Play(grouped(off), script).told(steps))).isEqualTo(ofGroup);
    }

    @Test
    void aRemovalIsToldAsSuchWhereThatIsWanted() {
        Play play = new Play(alone("notify_deleted"), Finding.GOOD);

        assertThat(lines(play.told("START REMOVAL"))).isEqualTo("VI_1 DELETED");
        assertThat(lines(new Play(alone("notify_deleted"), Finding.GOOD).told("START STOP")))
                .isEqualTo("VI_1 STOP");
    }

    @Test
    void eachEventKnowsItsOwnAudienceAndAddresses() {
        List<VrrpEvent> told = new Play(grouped(""), Finding.GOOD).told("START");

        assertThat(told)
                .extracting(event -> event.name() + " " + command(event.subject().audience()))
                .containsExactly("G /group", "VI_1 /instance", "VI_2 /instance");
        assertThat(told)
                .extracting(event -> event.subject().addresses().toString())
                .containsExactly(
                        "[10.0.0.41/24, 10.0.0.42/24]", "[10.0.0.41/24]", "[10.0.0.42/24]");
    }

    private static String command(Audience audience) {
        return audience.any().map(Script::path).orElse("");
    }

    @Test
    void whoIsMasterIsKnownBeforeTheStop() {
        Play play = new Play(grouped(""), Finding.GOOD);
        play.told("START");
        assertThat(play.node.engine().masters()).isEmpty();

        play.told("ELECTION");

        assertThat(play.node.engine().masters())
                .extracting(VrrpSubject::name)
                .containsExactly("VI_1", "VI_2", "G");
    }
}
