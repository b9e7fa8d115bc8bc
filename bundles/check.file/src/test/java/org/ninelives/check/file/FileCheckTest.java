package org.ninelives.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.config.Position;
import org.ninelives.testkit.FakeTrackers;
import org.ninelives.testkit.network.CheckText;

/** What is read from {@code FILE_CHECK}. */
class FileCheckTest {

    private final FileCheck type = new FileCheck();

    FileCheckTest() {
        type.addSource(FakeTrackers.of(TrackerKind.BFD, "peer"));
        type.addSource(
                new FakeTrackers(
                        TrackerKind.FILE,
                        List.of(
                                new TrackerDefinition(
                                        "load", -2, true, new Position("test.conf", 9)))));
    }

    @Test
    void theWeightIsThatOfTheFileByDefault() {
        CheckText read = read("track_file load");
        assertThat(read.problems()).isEmpty();
        assertThat(read.followed().keyword()).isEqualTo("FILE_CHECK");
        assertThat(read.followed().follow()).isEqualTo(method(-2, true));
        assertThat(read.followed().follow().kind()).isEqualTo(TrackerKind.FILE);
        assertThat(read.followed().follow().tracker()).isEqualTo("load");
    }

    @ParameterizedTest
    @CsvSource({
        "weight 5, 5, false",
        "weight 0 reverse, 0, true",
        "weight 5 noreverse, 5, false",
        "weight -2147483647, -2147483647, false",
        "weight 2147483647 reverse, 2147483647, true"
    })
    void anotherWeightHoldsAsWritten(String line, int factor, boolean reverse) {
        CheckText read = read("track_file load\n" + line);
        assertThat(read.problems()).isEmpty();
        assertThat(read.followed().follow()).isEqualTo(method(factor, reverse));
    }

    @Test
    void dynamicIsTakenAndMeansNothing() {
        CheckText read = read("track_file load\ndynamic");
        assertThat(read.problems()).singleElement().asString().contains("dynamic: is not needed");
        assertThat(read.checks()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "track_file laod, test.conf:2: track_file: there is no track_file laod",
        "track_file laod, did you mean 'load'?; this FILE_CHECK is left out",
        "track_file peer, track_file: there is no track_file peer",
        "weight 2, test.conf:1: track_file: is missing; write the name of a track_file"
    })
    void withoutAFileThereIsNoCheck(String line, String complaint) {
        CheckText read = read(line);
        assertThat(read.checks()).isEmpty();
        assertThat(read.problems()).singleElement().asString().contains(complaint);
    }

    @Test
    void withoutAnybodyWhoWatchesThereIsNoCheck() {
        CheckText read = CheckText.read(new FileCheck(), "track_file load");
        assertThat(read.checks()).isEmpty();
        assertThat(read.problems())
                .singleElement()
                .asString()
                .contains("no installed bundle watches what track_file defines");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weight",
                "weight much",
                "weight -2147483648",
                "weight 2147483648",
                "weight 1 up"
            })
    void aWrongWeightIsSaidAndThatOfTheFileHolds(String line) {
        CheckText read = read("track_file load\n" + line);
        assertThat(read.problems()).singleElement().asString().contains("weight: ");
        assertThat(read.followed().follow()).isEqualTo(method(-2, true));
    }

    @Test
    void whoHasGoneIsAskedNoMore() {
        FakeTrackers files = FakeTrackers.of(TrackerKind.FILE, "other");
        type.addSource(files);
        assertThat(read("track_file other").checks()).hasSize(1);
        type.removeSource(files);
        assertThat(read("track_file other").checks()).isEmpty();
    }

    private CheckText read(String text) {
        return CheckText.read(type, text);
    }

    private static FileMethod method(int factor, boolean reverse) {
        return new FileMethod("load", new FileWeight(factor, reverse));
    }
}
