package org.ninelives.management.access;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each user may do, as {@code jmx.access} says. A change of the file counts within a second,
 * for those who are logged in too. Safe for use by several threads.
 */
final class AccessRules {

    private static final Logger LOG = LoggerFactory.getLogger(AccessRules.class);

    /** Ten clients that poll a thousand beans must not cost a look at the file for each answer. */
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path file;
    private final LongSupplier clock;
    private Map<String, Role> roles;
    private FileTime modified;
    private long lookedNanos;

    /**
     * Reads the file.
     *
     * @param clock nanoseconds, as of {@link System#nanoTime}
     * @throws IOException if it cannot be read or others can change it
     */
    AccessRules(Path file, LongSupplier clock) throws IOException {
        this.file = file;
        this.clock = clock;
        lookedNanos = clock.getAsLong();
        modified = Files.getLastModifiedTime(file);
        roles = read(file);
    }

    /** What a user may do; nothing for one whom the file does not name. */
    synchronized Optional<Role> roleOf(String user) {
        long now = clock.getAsLong();
        if (now - lookedNanos >= LOOK_NANOS) {
            lookedNanos = now;
            look();
        }
        return Optional.ofNullable(roles.get(user));
    }

    private void look() {
        try {
            FileTime time = Files.getLastModifiedTime(file);
            if (!time.equals(modified)) {
                modified = time;
                roles = read(file);
                LOG.info("JMX: {} is read again: {} users", file, roles.size());
            }
        } catch (IOException e) {
            if (!roles.isEmpty()) {
                LOG.error(
                        "JMX: nobody may do anything until {} can be read: {}", file, e.toString());
            }
            roles = Map.of();
            modified = FileTime.fromMillis(0);
        }
    }

    private static Map<String, Role> read(Path file) throws IOException {
        FileRights.requireTrusted(file);
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            lines.load(reader);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        Map<String, Role> roles = new HashMap<>();
        for (String user : lines.stringPropertyNames()) {
            String[] words = lines.getProperty(user).strip().split("\\s+", 2);
            Role.of(words[0])
                    .ifPresentOrElse(
                            role -> roles.put(user, role),
                            () ->
                                    LOG.error(
                                            "{}: {}: '{}' is neither readonly nor readwrite;"
                                                    + " this user may do nothing",
                                            file,
                                            user,
                                            words[0]));
            if (words.length > 1) {
                LOG.warn(
                        "{}: {}: '{}' is ignored: no user may create or unregister beans",
                        file,
                        user,
                        words[1]);
            }
        }
        return Map.copyOf(roles);
    }
}
