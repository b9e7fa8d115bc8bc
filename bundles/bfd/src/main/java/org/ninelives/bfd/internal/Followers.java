package org.ninelives.bfd.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ninelives.api.management.TrackerUser;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;
import org.ninelives.api.track.TrackerListener;

/** Who follows which sessions, and what each counts for now. Safe for use by several threads. */
final class Followers {

    private final Map<String, Finding> findings = new HashMap<>();
    private final Map<TrackerListener, Set<String>> followers = new LinkedHashMap<>();

    /** A session is there, of which nothing is known yet; followers hear when they follow anew. */
    synchronized void added(String session) {
        findings.put(session, Finding.UNKNOWN);
    }

    /** A session is gone; its followers keep what they know. */
    synchronized void removed(String session) {
        findings.remove(session);
    }

    synchronized void found(String session, Finding finding) {
        findings.put(session, finding);
        followers.forEach(
                (follower, names) -> {
                    if (names.contains(session)) {
                        follower.found(TrackerKind.BFD, session, finding);
                    }
                });
    }

    /** Who counts a session. */
    synchronized List<TrackerUser> users(String session) {
        return followers.entrySet().stream()
                .filter(each -> each.getValue().contains(session))
                .flatMap(each -> each.getKey().users(TrackerKind.BFD, session).stream())
                .toList();
    }

    /** Follows exactly these, and is told what each counts for now. */
    synchronized void follow(TrackerListener follower, Set<String> names) {
        if (names.isEmpty()) {
            followers.remove(follower);
        } else {
            followers.put(follower, Set.copyOf(names));
        }
        names.forEach(
                name ->
                        follower.found(
                                TrackerKind.BFD,
                                name,
                                findings.getOrDefault(name, Finding.ABSENT)));
    }
}
