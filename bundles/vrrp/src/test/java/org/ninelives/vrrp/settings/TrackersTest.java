package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.vrrp.core.Tracker;

class TrackersTest {

    private static ConfigText instance(String lines) {
        return ConfigText.of(text(lines));
    }

    private static String text(String lines) {
        return """
        vrrp_instance VI_1 {
        interface eth0
        virtual_router_id 51
        no_virtual_ipaddress
        %s
        }
        """
                .formatted(lines);
    }

    private static List<Tracker> trackers(ConfigText text) {
        return text.instance().tracking().trackers();
    }

    @ParameterizedTest
    @CsvSource({
        "track_bfd { BFD }, BFD, -7, true",
        "track_bfd { BFD weight 9 }, BFD, 9, true",
        "track_bfd { BFD weight 9 noreverse }, BFD, 9, false",
        "track_bfd { BFD noreverse }, BFD, -7, false",
        "track_file { FILE }, FILE, 1, false",
        "track_file { FILE weight -254 }, FILE, -254, false",
        "track_script { SCRIPT reverse }, SCRIPT, 0, true",
        "track_process { PROCESS weight 2 }, PROCESS, 2, false",
        "track_virtual_server { VIRTUAL_SERVER }, VIRTUAL_SERVER, 0, false",
        "track_virtual_server { VIRTUAL_SERVER weight -9 }, VIRTUAL_SERVER, -9, false",
    })
    void whatIsNotWrittenComesFromTheDefinition(
            String line, TrackerKind kind, int weight, boolean reverse) {
        ConfigText text = instance(line);

        assertThat(trackers(text)).containsExactly(new Tracker(kind, kind.name(), weight, reverse));
        assertThat(text.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "track_script { SCRIPT weight 254 }, 253",
        "track_script { SCRIPT weight -254 }, -253",
        "track_process { PROCESS weight 254 }, 253",
        "track_interface { eth1 weight -254 }, -253",
        "track_virtual_server { VIRTUAL_SERVER weight -254 }, -253",
    })
    void aWeightOneTooLargeIsMadeToFit(String line, int weight) {
        ConfigText text = instance(line);

        assertThat(trackers(text)).extracting(Tracker::weight).containsExactly(weight);
        assertThat(text.problems()).first().asString().contains("becomes " + weight);
    }

    @ParameterizedTest
    @CsvSource({
        "track_script { SCRIPT weight 255 }, 255 is not in -254..254",
        "track_bfd { BFD weight 254 }, 254 is not in -253..253",
        "track_file { FILE weight }, a number is missing",
    })
    void aWrongLineTracksNothingAndSaysSo(String line, String problem) {
        ConfigText text = instance(line);

        assertThat(text.problems()).first().asString().startsWith("ERROR").contains(problem);
        assertThat(trackers(text)).isEmpty();
    }

    @Test
    void anUnknownNameIsAnErrorWithASuggestionAndTheRestRuns() {
        ConfigText text = instance("track_script { SCRIPT\nSCIRPT\nchk }");

        assertThat(trackers(text)).extracting(Tracker::name).containsExactly("SCRIPT");
        assertThat(text.problems())
                .containsExactly(
                        "ERROR vrrp.conf:6: track_script: there is no vrrp_script SCIRPT, did you"
                                + " mean 'SCRIPT'?; VI_1 runs without it",
                        "ERROR vrrp.conf:7: track_script: there is no vrrp_script chk; VI_1 runs"
                                + " without it");
    }

    @Test
    void withoutABundleForItNothingIsTracked() {
        ConfigText text = ConfigText.of(text("track_bfd { BFD }"), new KnownTrackers());

        assertThat(trackers(text)).isEmpty();
        assertThat(text.problems())
                .containsExactly(
                        "ERROR vrrp.conf:5: track_bfd: no installed bundle watches what"
                                + " bfd_instance defines, so BFD is not tracked; VI_1 runs without"
                                + " it");
    }

    @Test
    void whatNobodyTracksIsToldOfAtItsDefinition() {
        KnownTrackers known = new KnownTrackers();
        known.add(TrackerKind.PROCESS, List.of(ConfigText.defined(TrackerKind.PROCESS, 0, false)));

        assertThat(ConfigText.of(text(""), known).problems())
                .containsExactly(
                        "WARNING trackers.conf:1: vrrp_track_process: PROCESS is not used: no"
                                + " vrrp_instance and no vrrp_sync_group tracks it");
        assertThat(ConfigText.of(text("track_process { PROCESS }"), known).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"FILE, track_file", "BFD, bfd_instance"})
    void whatOnlyChecksMayFollowIsNoted(TrackerKind kind, String keyword) {
        KnownTrackers known = new KnownTrackers();
        known.add(kind, List.of(ConfigText.defined(kind, 0, false)));

        assertThat(ConfigText.of(text(""), known).problems())
                .containsExactly(
                        "NOTE trackers.conf:1: "
                                + keyword
                                + ": "
                                + kind
                                + " is of use to checks only: no vrrp_instance and no"
                                + " vrrp_sync_group tracks it");
    }

    @Test
    void virtualServersNeedNobodyWhoTracksThem() {
        KnownTrackers known = new KnownTrackers();
        known.add(
                TrackerKind.VIRTUAL_SERVER,
                List.of(ConfigText.defined(TrackerKind.VIRTUAL_SERVER, 0, false)));

        assertThat(ConfigText.of(text(""), known).problems()).isEmpty();
    }

    @Test
    void anUnknownVirtualServerIsAnErrorWithASuggestion() {
        assertThat(instance("track_virtual_server { VIRTUAL_SERVRE }").problems())
                .containsExactly(
                        "ERROR vrrp.conf:5: track_virtual_server: there is no virtual_server"
                                + " VIRTUAL_SERVRE; VI_1 runs without it");
    }

    @Test
    void aNameWrittenTwiceCountsOnceAndKindsDoNotMix() {
        ConfigText text =
                instance("track_script { SCRIPT weight 3\nSCRIPT }\ntrack_interface { SCRIPT }");

        assertThat(trackers(text))
                .containsExactly(
                        new Tracker(TrackerKind.INTERFACE, "SCRIPT", 0, false),
                        new Tracker(TrackerKind.SCRIPT, "SCRIPT", 3, false));
        assertThat(text.problems())
                .containsExactly(
                        "WARNING vrrp.conf:6: track_script: SCRIPT is written twice; the first one"
                                + " counts");
    }

    @Test
    void anOwnerTracksWithoutWeights() {
        ConfigText text = instance("priority 255\ntrack_script { SCRIPT weight 3 }");

        assertThat(trackers(text)).isEmpty();
        assertThat(text.problems())
                .singleElement()
                .asString()
                .startsWith("WARNING vrrp.conf:6: track_script: script SCRIPT is not tracked");
    }

    @Test
    void aMemberOfAGroupTracksWithoutWeightsAndTheGroupMayHaveThem() {
        ConfigText text =
                ConfigText.of(
                        text("track_script { SCRIPT weight 3 }")
                                + "vrrp_sync_group G {\ngroup { VI_1 }\ntrack_file { FILE }\n}");

        assertThat(trackers(text)).isEmpty();
        assertThat(text.settings().groups().getFirst().trackers())
                .containsExactly(new Tracker(TrackerKind.FILE, "FILE", 1, false));
        assertThat(text.problems())
                .anyMatch(
                        problem ->
                                problem.startsWith(
                                        "WARNING vrrp.conf:5: track_script: script SCRIPT is not"
                                                + " tracked because of its weight"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    priority 254 ~ SCRIPT weight 10 ~ WARNING vrrp.conf:6: track_script: weight 10 of SCRIPT changes nothing: priority 254 of VI_1 is the highest there is
                    priority 1 ~ SCRIPT weight -1 ~ WARNING vrrp.conf:6: track_script: weight -1 of SCRIPT changes nothing: priority 1 of VI_1 is the lowest there is
                    priority 250 ~ SCRIPT weight 10 ~ NOTE vrrp.conf:5: priority: with its weights it may be 260, which counts as 254
                    priority 50 ~ SCRIPT weight -50 ~ NOTE vrrp.conf:5: priority: with its weights it may be 0, which counts as 1
                    nopreempt ~ SCRIPT weight -50 ~ NOTE vrrp.conf:5: nopreempt: with it a change of priority hands nothing over
                    """)
    void aWeightThatCannotDoWhatIsExpectedIsToldOf(String line, String tracked, String problem) {
        assertThat(instance(line + "\ntrack_script { " + tracked + " }").problems())
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "priority 100, SCRIPT weight -20",
        "priority 244, SCRIPT weight 10",
        "priority 51, SCRIPT weight -50",
        "nopreempt, SCRIPT",
        "priority 254, SCRIPT",
    })
    void anOrdinaryWeightIsNotToldOf(String line, String tracked) {
        assertThat(instance(line + "\ntrack_script { " + tracked + " }").problems()).isEmpty();
    }

    @Test
    void valuesOfFilesAreUnknownSoThatTheirWeightsAreNoMistake() {
        assertThat(instance("priority 254\ntrack_file { FILE weight 100 }").problems()).isEmpty();
    }
}
