package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Whoever looks at the beans, and however much, no advert is late for it and nothing is left. */
@LabTest
@Isolated("two daemons with 255 virtual routers and ten clients are enough for two processors")
class ManagedUnderLoadTest {
    private static final int ROUTERS = 255;
    private static final int SERVERS = 1_000;
    private static final int SERVERS_OF_ONE = 100;
    private static final int CLIENTS = 10;
    private static final int SECONDS = 60;
    private static final Duration BUNDLE_STAYS = Duration.ofSeconds(3);
    private static final Pattern HOLDINGS =
            Pattern.compile("(before|after): (\\d+) beans, (\\d+) threads, (\\d+) KB heap");

    /** What a daemon holds: how many beans and threads, and how much heap after a collection. */
    private record Holdings(int beans, int threads, long heapKilobytes) {}

    @Test
    void noAdvertIsLateAndNothingIsLeftWhileTenClientsReadEveryBean() throws IOException {
        try (Lab lab = Labs.open("managed-load", Labs.NINELIVES_ALONE)) {
            addServers(lab);
            lab.node("b").start("servers", JavaProgram.command(RedisServer.class));
            lab.node("b").log("servers").await("ready");
            Path folder = prepare(lab);
            Router a = lab.startDirector("a", write(lab, "a", routers(200) + servers()));
            a.log().await(ROUTERS, "Entering MASTER STATE");
            Router b = lab.start("b", write(lab, "b", routers(100)));
            b.log().await(ROUTERS, "Entering BACKUP STATE");
            a.log().await(SERVERS, "TCP connection to");

            Process clients = startCrowd(a);
            Log crowd = a.node().log("crowd");
            crowd.await("before: ");
            Vitals before = a.vitals();
            Instant begin = Instant.now();
            int visits = visitWhile(() -> clients.isAlive() && crowd.count("read: ") == 0, folder);
            crowd.await("after: ");
            Instant end = Instant.now();
            Vitals after = a.vitals();

            report(lab, crowd, before, after, visits, begin, end);
            assertThat(b.log().count("Entering MASTER STATE")).isZero();
            assertThat(a.log().count("Entering MASTER STATE")).isEqualTo(ROUTERS);
            assertThat(crowd.text()).doesNotContain("wrong: ");
            assertThat(a.log().text()).doesNotContain("Exception");
            verifyNothingIsLeft(holdings(crowd), before, after);
        }
    }

    private static void verifyNothingIsLeft(
            Map<String, Holdings> holdings, Vitals before, Vitals after) {
        Holdings first = holdings.get("before");
        Holdings last = holdings.get("after");
        assertThat(last.beans()).isEqualTo(first.beans()).isGreaterThan(2 * SERVERS + ROUTERS);
        assertThat(last.threads()).isLessThan(first.threads() + CLIENTS);
        assertThat(last.heapKilobytes()).isLessThan(first.heapKilobytes() * 3 / 2);
        assertThat(after.descriptors()).isLessThan(before.descriptors() + 2 * CLIENTS);
    }

    /** Lets a bundle come and go while the crowd reads; answers how often. */
    private static int visitWhile(BooleanSupplier reads, Path folder) throws IOException {
        int visits = 0;
        while (reads.getAsBoolean()) {
            RedisBundle.AS_BUILT.drop(folder);
            Await.pause(BUNDLE_STAYS);
            Files.delete(folder.resolve("redis.jar"));
            Await.pause(BUNDLE_STAYS);
            visits++;
        }
        Files.createFile(folder.resolveSibling("rest"));
        return visits;
    }

    private static Process startCrowd(Router router) {
        // Its input ends when the bundles have come to rest.
        List<String> command = new ArrayList<>();
        command.addAll(List.of("sh", "-c", "while [ ! -e rest ]; do sleep 1; done | \"$@\"", "sh"));
        command.addAll(
                JavaProgram.command(
                        BeanCrowd.class,
                        Long.toString(router.pid()),
                        Integer.toString(CLIENTS),
                        Integer.toString(SECONDS)));
        return router.node().start("crowd", command);
    }

    private static Map<String, Holdings> holdings(Log crowd) {
        Map<String, Holdings> found = new HashMap<>();
        for (MatchResult each : HOLDINGS.matcher(crowd.text()).results().toList()) {
            found.put(
                    each.group(1),
                    new Holdings(
                            Integer.parseInt(each.group(2)),
                            Integer.parseInt(each.group(3)),
                            Long.parseLong(each.group(4))));
        }
        return found;
    }

    private static void report(
            Lab lab,
            Log crowd,
            Vitals before,
            Vitals after,
            int visits,
            Instant begin,
            Instant end) {
        Map<Integer, List<Instant>> times =
                lab.wire().advertsOf(lab.node("a")).stream()
                        .filter(each -> each.time().isAfter(begin) && each.time().isBefore(end))
                        .collect(
                                Collectors.groupingBy(
                                        Advert::vrid,
                                        Collectors.mapping(Advert::time, Collectors.toList())));
        long[] gaps =
                times.values().stream()
                        .flatMap(
                                each ->
                                        IntStream.range(1, each.size())
                                                .mapToObj(
                                                        i ->
                                                                Duration.between(
                                                                        each.get(i - 1),
                                                                        each.get(i))))
                        .mapToLong(Duration::toMillis)
                        .sorted()
                        .toArray();
        crowd.text().lines().forEach(line -> System.out.println("lab: managed load, " + line));
        System.out.printf(
                "lab: managed load, %d virtual routers at 100 ms, %d real servers, %d clients, a"
                        + " bundle came and went %d times: %d adverts, of a hundred gaps 99 at most"
                        + " %d ms, largest %d ms%n",
                ROUTERS,
                SERVERS,
                CLIENTS,
                visits,
                gaps.length,
                gaps[gaps.length * 99 / 100],
                gaps[gaps.length - 1]);
        System.out.println("lab: managed load, before " + before);
        System.out.println("lab: managed load, after " + after);
    }

    private static String address(int server) {
        return "10.0.%d.%d".formatted(1 + server / 250, server % 250);
    }

    private static void addServers(Lab lab) throws IOException {
        Path batch = lab.node("b").folder().resolve("addresses");
        Files.writeString(
                batch,
                IntStream.range(0, SERVERS)
                        .mapToObj(i -> "address add " + address(i) + "/16 dev eth0")
                        .collect(Collectors.joining("\n")));
        lab.node("b").ip("-batch " + batch);
    }

    /** The folder for bundles, and settings that name it. */
    private static Path prepare(Lab lab) throws IOException {
        Path settings = Files.createDirectories(lab.node("a").settings());
        Path folder = Files.createDirectory(lab.node("a").folder().resolve("bundles.d"));
        Files.writeString(
                settings.resolve("ninelives.properties"),
                "jmx.port=0\nbundles.folder=" + folder + "\n");
        return folder;
    }

    private static Path write(Lab lab, String node, String text) {
        try {
            return Files.writeString(lab.node(node).folder().resolve("load.conf"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String routers(int priority) {
        return "global_defs {\n    vrrp_rt_priority 50\n    vrrp_version 3\n}\n"
                + IntStream.rangeClosed(1, ROUTERS)
                        .mapToObj(
                                i ->
                                        """
                                        vrrp_instance VI_%d {
                                            interface eth0
                                            virtual_router_id %d
                                            priority %d
                                            advert_int 0.1
                                            virtual_ipaddress {
                                                10.0.9.%d/32
                                            }
                                        }
                                        """
                                                .formatted(i, i, priority, i))
                        .collect(Collectors.joining());
    }

    private static String servers() {
        return IntStream.range(0, SERVERS / SERVERS_OF_ONE)
                .mapToObj(ManagedUnderLoadTest::virtualServer)
                .collect(Collectors.joining());
    }

    private static String virtualServer(int number) {
        return "virtual_server 10.0.8.%d 80 {\n    protocol TCP\n    delay_loop 5\n"
                        .formatted(number)
                + IntStream.range(number * SERVERS_OF_ONE, (number + 1) * SERVERS_OF_ONE)
                        .mapToObj(
                                i ->
                                        """
                                            real_server %s 8080 {
                                                TCP_CHECK {
                                                    connect_timeout 2
                                                }
                                            }
                                        """
                                                .formatted(address(i)))
                        .collect(Collectors.joining())
                + "}\n";
    }
}
