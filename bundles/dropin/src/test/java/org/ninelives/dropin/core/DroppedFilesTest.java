package org.ninelives.dropin.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.dropin.core.DroppedFiles.Job;

class DroppedFilesTest {

    private static final Outcome RUNNING = new Outcome.Running("is started: x 1");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final List<String> told = new ArrayList<>();
    private final DroppedFiles files = new DroppedFiles((bad, text) -> told.add(text));
    private final Map<String, Stamp> folder = new TreeMap<>();
    private long now = Long.MAX_VALUE - 5 * SECOND; // a clock may wrap

    @Test
    void aFileIsTakenWhenItHasBeenTheSameForTwoLooks() {
        write("a.jar", 1);
        assertThat(look()).isEmpty();
        write("a.jar", 2);
        assertThat(look()).isEmpty();
        assertThat(state("a.jar")).isEqualTo(FileState.COPYING);

        assertThat(look()).contains(new Job("a.jar", Work.TAKE));
        assertThat(state("a.jar")).isEqualTo(FileState.STARTING);
        end("a.jar", RUNNING);
        assertThat(state("a.jar")).isEqualTo(FileState.ACTIVE);
        assertThat(look()).isEmpty();
        assertThat(told).containsExactly("a.jar is started: x 1");
    }

    @Test
    void whatLiesThereAtTheStartIsTakenAtOnceInTheOrderOfNames() {
        write("b.jar", 1);
        write("a.jar", 1);
        files.look(now, folder);
        files.hurry(now);

        assertThat(files.next(now)).contains(new Job("a.jar", Work.TAKE));
        assertThat(files.next(now)).as("one after the other").isEmpty();
        end("a.jar", RUNNING);
        assertThat(files.next(now)).contains(new Job("b.jar", Work.TAKE));
    }

    @Test
    void aWorkThatDoesNotEndIsToldOnceAndHoldsNobodyUp() {
        take("a.jar");
        write("b.jar", 1);
        look();
        assertThat(look()).as("waits for the first").isEmpty();

        assertThat(look()).contains(new Job("b.jar", Work.TAKE));
        assertThat(state("a.jar")).isEqualTo(FileState.BLOCKED);
        look();
        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("a.jar does not come to an end of having to be started");

        end("a.jar", RUNNING);
        assertThat(told).last().isEqualTo("a.jar is started: x 1");
        assertThat(state("a.jar")).isEqualTo(FileState.ACTIVE);
    }

    @Test
    void whatHangsIsInterruptedOnceWhenItsFileIsWrittenAnewAndTakenWhenItCameBack() {
        take("a.jar");
        for (int i = 0; i < 4; i++) {
            look();
            assertThat(files.tick(now)).isEmpty();
        }
        write("a.jar", 2);
        files.look(now, folder);
        assertThat(files.tick(now)).containsExactly("a.jar");
        assertThat(files.tick(now)).isEmpty();
        assertThat(look()).as("never two at a time").isEmpty();

        end("a.jar", new Outcome.Failed("it was interrupted"));
        assertThat(look()).contains(new Job("a.jar", Work.TAKE));
    }

    @Test
    void whatHangsIsInterruptedWhenItsFileGoesAndRemovedWhenItCameBack() {
        take("a.jar");
        for (int i = 0; i < 4; i++) {
            look();
        }
        folder.clear();
        files.look(now, folder);
        assertThat(files.tick(now)).containsExactly("a.jar");
        end("a.jar", RUNNING);

        assertThat(files.next(now)).contains(new Job("a.jar", Work.REMOVE));
        assertThat(state("a.jar")).isEqualTo(FileState.LEAVING);
        files.end(now, "a.jar", new Outcome.Gone("is gone"), false);
        look();
        assertThat(files.names()).isEmpty();
    }

    @Test
    void anUpdateInTimeIsNotInterrupted() {
        take("a.jar");
        write("a.jar", 2);
        files.look(now, folder);

        assertThat(files.tick(now)).isEmpty();
    }

    @Test
    void aFailureThatMayPassIsToldOnceAndTriedAgainLaterEachTime() {
        take("a.jar");
        List<Long> tries = new ArrayList<>();
        for (int i = 0; i < 62; i++) {
            if (files.state(now, "a.jar") == FileState.STARTING) {
                tries.add((long) i);
                end("a.jar", new Outcome.Passing("no space left on device"));
                assertThat(state("a.jar")).isEqualTo(FileState.RETRYING);
            }
            look();
        }
        assertThat(tries).containsExactly(0L, 1L, 3L, 7L, 15L, 31L);
        assertThat(told)
                .containsExactly("a.jar is not used: no space left on device; it is tried again");

        files.hurry(now);
        assertThat(files.next(now)).contains(new Job("a.jar", Work.TAKE));
        end("a.jar", RUNNING);
        assertThat(files.reason(now, "a.jar")).isEmpty();
    }

    @Test
    void whatWaitsForOthersIsTriedAgainWhenOneOfThemCame() {
        take("a.jar");
        end("a.jar", new Outcome.Waiting("it needs package p"));
        assertThat(look()).isEmpty();
        assertThat(state("a.jar")).isEqualTo(FileState.WAITING);

        take("b.jar");
        end("b.jar", new Outcome.Failed("broken"));
        assertThat(look()).as("nothing new").isEmpty();
        write("b.jar", 2);
        look();
        assertThat(look()).contains(new Job("b.jar", Work.TAKE));
        end("b.jar", RUNNING);

        assertThat(look()).contains(new Job("a.jar", Work.TAKE));
        end("a.jar", new Outcome.Waiting("it needs package p"));
        assertThat(told.stream().filter(text -> text.startsWith("a.jar"))).hasSize(1);
    }

    @Test
    void twoThatWaitForEachOtherDoNotKeepEachOtherBusy() {
        take("a.jar");
        end("a.jar", new Outcome.Waiting("b"));
        take("b.jar");
        end("b.jar", new Outcome.Waiting("a"));

        for (int i = 0; i < 9; i++) {
            assertThat(look()).isEmpty();
        }
    }

    @Test
    void aFileThatIsNoWholeJarIsComplainedOfWhenNobodyWritesToItAnyMore() {
        take("a.jar");
        end("a.jar", new Outcome.Incomplete("it is no whole jar"));
        for (int i = 0; i < 7; i++) {
            look();
        }
        assertThat(state("a.jar")).isEqualTo(FileState.COPYING);
        write("a.jar", 2);
        look();
        look();
        end("a.jar", new Outcome.Incomplete("it is no whole jar"));
        assertThat(told).isEmpty();
        for (int i = 0; i < 20; i++) {
            look();
        }

        assertThat(state("a.jar")).isEqualTo(FileState.REFUSED);
        assertThat(told)
                .containsExactly(
                        "a.jar is not used: it is no whole jar; if it is still being copied, it is"
                                + " taken when it is whole");
    }

    @Test
    void oneThatWasStoppedStaysSoUntilItIsStartedOrWrittenAnew() {
        take("a.jar");
        end("a.jar", RUNNING);
        files.ask("a.jar", Work.STOP);
        assertThat(look()).contains(new Job("a.jar", Work.STOP));
        end("a.jar", new Outcome.Stopped());
        files.hurry(now);
        files.noteFallen("a.jar");
        assertThat(look()).isEmpty();
        assertThat(state("a.jar")).isEqualTo(FileState.STOPPED);

        files.ask("a.jar", Work.TAKE);
        assertThat(look()).contains(new Job("a.jar", Work.TAKE));
    }

    @Test
    void oneThatFellIsStartedAgain() {
        take("a.jar");
        end("a.jar", RUNNING);
        files.noteFallen("a.jar");

        assertThat(look()).contains(new Job("a.jar", Work.TAKE));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileThatWasRefusedLeavesNothingUnlessABundleWasMadeOfItBefore(boolean installed) {
        take("a.jar");
        files.end(now, "a.jar", new Outcome.Refused("it is no bundle"), installed);
        folder.clear();

        assertThat(look())
                .isEqualTo(
                        installed ? Optional.of(new Job("a.jar", Work.REMOVE)) : Optional.empty());
    }

    @Test
    void askingForAFileThatIsGoneDoesNothing() {
        files.ask("a.jar", Work.STOP);
        files.noteFallen("a.jar");

        assertThat(look()).isEmpty();
    }

    private void take(String name) {
        write(name, 1);
        look();
        assertThat(look()).contains(new Job(name, Work.TAKE));
    }

    private void write(String name, long version) {
        folder.put(name, new Stamp(version, version, 100, 1));
    }

    /** A second later: looks, and begins what there is to do. */
    private Optional<Job> look() {
        now += SECOND;
        files.look(now, folder);
        files.tick(now);
        return files.next(now);
    }

    private void end(String name, Outcome outcome) {
        files.end(now, name, outcome, true);
    }

    private FileState state(String name) {
        return files.state(now, name);
    }
}
