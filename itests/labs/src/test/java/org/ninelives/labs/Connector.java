package org.ninelives.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The management connector of a router, as its log and its password file tell of it.
 *
 * @param address {@code host:port}
 */
record Connector(Router router, String address) {
    private static final Pattern OPEN = Pattern.compile("JMX connector at (\\S+) ");

    static Connector await(Lab lab, Router router) {
        return new Connector(
                router,
                lab.awaitValue("the connector is open", () -> addressIn(router.log().text())));
    }

    Jmxterm jmxterm(String user) {
        return Jmxterm.at(router, address, user, password(user));
    }

    String password(String user) {
        try {
            return Files.readAllLines(router.node().settings().resolve("jmx.password")).stream()
                    .filter(line -> line.startsWith(user + " "))
                    .map(line -> line.substring(user.length() + 1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> addressIn(String log) {
        return OPEN.matcher(log).results().map((MatchResult found) -> found.group(1)).findFirst();
    }
}
