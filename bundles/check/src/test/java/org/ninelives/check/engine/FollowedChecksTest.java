package org.ninelives.check.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.check.engine.CheckRig.assign;
import static org.ninelives.check.engine.CheckRig.check;
import static org.ninelives.check.engine.CheckRig.key;
import static org.ninelives.check.engine.CheckRig.lamp;

import org.junit.jupiter.api.Test;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.FollowMethod;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.check.engine.CheckRig.Server;

/** Checks that follow what is watched anyway. */
class FollowedChecksTest {

    private final CheckRig rig = new CheckRig();
    private final Server attic = new Server();

    @Test
    void aCheckThatFollowsStandsAsTheFindingSays() {
        rig.checks.found(new Thing(TrackerKind.BFD, "uplink"), Finding.GOOD);
        rig.follow(assign("hall", new Check.Followed("LAMP_CHECK", new Follow("uplink"), false)));
        assertThat(rig.takeTold()).containsExactly("hall PASSED uplink is GOOD");

        rig.checks.found(new Thing(TrackerKind.BFD, "uplink"), Finding.BAD);
        rig.checks.found(new Thing(TrackerKind.BFD, "uplink"), Finding.BAD);
        rig.checks.found(new Thing(TrackerKind.BFD, "another"), Finding.GOOD);
        assertThat(rig.takeTold()).containsExactly("hall FAILED uplink is BAD");
    }

    @Test
    void aFindingThatIsUnknownTellsNothing() {
        rig.checks.found(new Thing(TrackerKind.BFD, "uplink"), Finding.UNKNOWN);
        rig.follow(assign("hall", new Check.Followed("LAMP_CHECK", new Follow("uplink"), false)));

        assertThat(rig.takeTold()).containsExactly("hall UNKNOWN ");
    }

    @Test
    void whatNobodyWatchesIsAbsent() {
        rig.follow(assign("hall", new Check.Followed("LAMP_CHECK", new Follow("uplink"), false)));

        assertThat(rig.takeTold()).containsExactly("hall FAILED uplink is ABSENT");
    }

    @Test
    void aSuspendedCheckThatFollowsIsToldWhenItsRestIsOver() {
        Check check = new Check.Followed("LAMP_CHECK", new Follow("uplink"), false);
        rig.checks.found(new Thing(TrackerKind.BFD, "uplink"), Finding.GOOD);
        rig.follow(assign("hall", check));
        rig.follow(new CheckAssignment(key("hall"), check, true));
        rig.takeTold();

        rig.checks.found(new Thing(TrackerKind.BFD, "uplink"), Finding.BAD);
        assertThat(rig.takeTold()).isEmpty();

        rig.follow(assign("hall", check));
        assertThat(rig.takeTold()).containsExactly("hall FAILED uplink is BAD");
    }

    @Test
    void aJudgeThatThrowsFailsItsCheckOnly() {
        rig.follow(
                assign("hall", new Check.Followed("LAMP_CHECK", new Follow("?"), false)),
                assign("attic", lamp(attic)));

        assertThat(rig.takeTold().getFirst()).startsWith("hall FAILED LAMP_CHECK failed in itself");
    }

    private record Follow(String tracker) implements FollowMethod {

        @Override
        public TrackerKind kind() {
            return TrackerKind.BFD;
        }

        @Override
        public CheckResult judge(Finding finding) {
            if (tracker.equals("?")) {
                throw new IllegalStateException("who knows");
            }
            String reason = tracker + " is " + finding;
            return finding.equals(Finding.GOOD)
                    ? CheckResult.passed(reason)
                    : CheckResult.failed(reason);
        }
    }
}
