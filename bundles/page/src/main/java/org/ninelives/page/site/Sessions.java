package org.ninelives.page.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.ninelives.api.access.User;

/**
 * Who has logged in. A session is known by a random word that the page keeps to itself and shows
 * with each request. It is no cookie: browsers send those to all ports of an address, and by
 * themselves. Here only a digest of it is kept, so that the time of a comparison tells nothing.
 * Safe for use by several threads.
 */
final class Sessions {

    private static final String SCHEME = "Bearer ";
    private static final int TOKEN_BYTES = 24;
    private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(30);
    private static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(12);

    /** More push out the oldest. */
    private static final int SESSIONS_MAX = 64;

    private final SecureRandom random = new SecureRandom();
    private final LongSupplier clock;
    private final Map<String, Session> byDigest =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Session> eldest) {
                    return size() > SESSIONS_MAX;
                }
            };

    private record Session(User user, long sinceNanos, long usedNanos) {

        boolean isOver(long nowNanos) {
            return nowNanos - sinceNanos > LONGEST_NANOS || nowNanos - usedNanos > IDLE_NANOS;
        }
    }

    /**
     * Nobody has logged in yet.
     *
     * @param clock nanoseconds, as of {@link System#nanoTime}
     */
    Sessions(LongSupplier clock) {
        this.clock = clock;
    }

    /** Begins a session, and answers the word for it. */
    synchronized String begin(User user) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        long now = clock.getAsLong();
        byDigest.values().removeIf(session -> session.isOver(now));
        byDigest.put(digest(token), new Session(user, now, now));
        return token;
    }

    /**
     * Whose session it is, if it goes on: for 30 minutes without use, 12 hours at most, and as long
     * as the user may look.
     *
     * @param authorization the header of that name
     */
    synchronized Optional<User> user(String authorization) {
        if (!authorization.startsWith(SCHEME)) {
            return Optional.empty();
        }
        String digest = digest(authorization.substring(SCHEME.length()));
        long now = clock.getAsLong();
        Session session = byDigest.get(digest);
        if (session == null || session.isOver(now) || !session.user().mayRead()) {
            byDigest.remove(digest);
            return Optional.empty();
        }
        byDigest.put(digest, new Session(session.user(), session.sinceNanos(), now));
        return Optional.of(session.user());
    }

    /** Ends the session, if there is one. */
    synchronized void end(String authorization) {
        if (authorization.startsWith(SCHEME)) {
            byDigest.remove(digest(authorization.substring(SCHEME.length())));
        }
    }

    /** Ends all. */
    synchronized void endAll() {
        byDigest.clear();
    }

    private static String digest(String token) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
