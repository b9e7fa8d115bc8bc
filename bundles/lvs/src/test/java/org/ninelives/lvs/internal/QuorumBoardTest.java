package org.ninelives.lvs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninelives.api.track.Finding;

class QuorumBoardTest {

    private static final String WEB = "10.0.0.1:80";

    private final QuorumBoard board = new QuorumBoard(Clock.systemUTC());
    private final List<Finding> heard = new ArrayList<>();

    private void follow() {
        board.follow((kind, name, finding) -> heard.add(finding), Set.of(WEB));
    }

    @Test
    void oneThatIsAboutToComeIsUnknownAtFirst() {
        board.expect(Set.of(WEB));
        follow();
        board.found(WEB, Finding.GOOD);
        board.define(Set.of(WEB));
        board.found(WEB, Finding.BAD);

        assertThat(heard).containsExactly(Finding.UNKNOWN, Finding.GOOD, Finding.BAD);
    }

    @Test
    void oneThatNobodyConfiguresIsAbsent() {
        follow();

        assertThat(heard).containsExactly(Finding.ABSENT);
    }

    @Test
    void oneThatStaysKeepsWhatIsKnownWhileOthersAreExpected() {
        board.expect(Set.of(WEB));
        board.define(Set.of(WEB));
        board.found(WEB, Finding.GOOD);
        board.expect(Set.of("10.0.0.2:80"));
        follow();

        assertThat(heard).containsExactly(Finding.GOOD);
    }

    @Test
    void oneThatIsGoneIsAbsentForThoseWhoFollowAnew() {
        board.expect(Set.of(WEB));
        board.define(Set.of(WEB));
        board.define(Set.of());
        follow();

        assertThat(heard).containsExactly(Finding.ABSENT);
    }
}
