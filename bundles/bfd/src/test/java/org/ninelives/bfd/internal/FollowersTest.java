package org.ninelives.bfd.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.TrackerUser;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.api.track.TrackerListener;

class FollowersTest {

    private final Followers followers = new Followers();
    private final List<String> told = new ArrayList<>();
    private final TrackerListener listener =
            (kind, name, finding) -> told.add(kind.word() + " " + name + " " + finding);

    @Test
    void whoFollowsIsToldAtOnceAndOfEachChange() {
        followers.added("A");
        followers.follow(listener, Set.of("A"));
        followers.found("A", Finding.GOOD);
        followers.found("B", Finding.GOOD);

        assertThat(told).containsExactly("bfd A UNKNOWN", "bfd A GOOD");
    }

    @Test
    void whoFollowsSaysWhoCountsIt() {
        TrackerUser user = new TrackerUser("vrrp_instance", "VI_1", -20, false);
        followers.follow(
                new TrackerListener() {
                    @Override
                    public void found(TrackerKind kind, String name, Finding finding) {}

                    @Override
                    public List<TrackerUser> users(TrackerKind kind, String name) {
                        return List.of(user);
                    }
                },
                Set.of("A"));

        assertThat(followers.users("A")).containsExactly(user);
        assertThat(followers.users("B")).isEmpty();
    }

    @Test
    void whatIsNotThereIsAbsent() {
        followers.follow(listener, Set.of("A"));

        assertThat(told).containsExactly("bfd A ABSENT");
    }

    @Test
    void whatIsRemovedIsToldWhenItIsFollowedAnew() {
        followers.added("A");
        followers.found("A", Finding.GOOD);
        followers.follow(listener, Set.of("A"));
        followers.removed("A");
        followers.follow(listener, Set.of("A"));

        assertThat(told).containsExactly("bfd A GOOD", "bfd A ABSENT");
    }

    @Test
    void whoFollowsNothingHearsNothing() {
        followers.added("A");
        followers.follow(listener, Set.of("A"));
        followers.follow(listener, Set.of());
        followers.found("A", Finding.BAD);

        assertThat(told).containsExactly("bfd A UNKNOWN");
    }
}
