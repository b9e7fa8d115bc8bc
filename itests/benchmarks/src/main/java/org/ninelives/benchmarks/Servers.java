package org.ninelives.benchmarks;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Many real servers, each an address of loopback, a hundred for each virtual server; all are
 * checked each second.
 *
 * @param count at most 4 000 000
 */
record Servers(int count, Kind kind) {

    /** How long after the end of a check the next one begins. */
    static final int INTERVAL_MILLIS = 1000;

    private static final int FOR_EACH_VIRTUAL_SERVER = 100;

    /** 127.1.0.1: the addresses before are for others. */
    private static final int FIRST = 0x7f01_0001;

    /** How they are checked. */
    enum Kind {
        TCP("TCP_CHECK {"),
        HTTP(
                """
                HTTP_GET {
                            url {
                                path /
                                status_code 200
                            }\
                """);

        private final String beginning;

        Kind(String beginning) {
            this.beginning = beginning;
        }
    }

    /** The number of the server with this address, from 0; -1 if there is none. */
    int numberOf(int address) {
        int number = address - FIRST;
        return number >= 0 && number < count ? number : -1;
    }

    String addressOf(int number) {
        int address = FIRST + number;
        return IntStream.of(24, 16, 8, 0)
                .mapToObj(shift -> Integer.toString(address >>> shift & 0xff))
                .collect(Collectors.joining("."));
    }

    String configuration() {
        StringBuilder text = new StringBuilder();
        for (int first = 0; first < count; first += FOR_EACH_VIRTUAL_SERVER) {
            int service = first / FOR_EACH_VIRTUAL_SERVER;
            text.append(
                    String.format(
                            Locale.ROOT,
                            """
                            virtual_server 10.%d.%d.1 80 {
                                delay_loop 1
                                warmup 1
                                lvs_sched rr
                                lvs_method NAT
                                protocol TCP
                            """,
                            service / 250,
                            service % 250));
            int end = Math.min(count, first + FOR_EACH_VIRTUAL_SERVER);
            for (int number = first; number < end; number++) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                """
                                    real_server %s 80 {
                                        weight 1
                                        %s
                                            connect_timeout 5
                                            retry 0
                                        }
                                    }
                                """,
                                addressOf(number),
                                kind.beginning));
            }
            text.append("}\n");
        }
        return text.toString();
    }
}
