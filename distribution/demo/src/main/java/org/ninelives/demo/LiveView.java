package org.ninelives.demo;

import java.time.Duration;
import java.util.List;
import org.ninelives.demo.lab.ProbeAccount;

/** Redraws who is master, who answers the client, and what it has lost, until the program ends. */
final class LiveView implements Runnable {

    private static final Duration PERIOD = Duration.ofMillis(200);
    private static final String RULE = "─".repeat(76);

    private final Screen screen;
    private final List<Node> nodes;
    private final String address;
    private final ProbeAccount client;

    LiveView(Screen screen, List<Node> nodes, String address, ProbeAccount client) {
        this.screen = screen;
        this.nodes = nodes;
        this.address = address;
        this.client = client;
    }

    @Override
    public void run() {
        try {
            while (true) {
                screen.showFooter(
                        List.of(
                                RULE,
                                nodes.get(0).view(),
                                nodes.get(1).view(),
                                view(client.totals())));
                Thread.sleep(PERIOD);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String view(ProbeAccount.Totals totals) {
        if (totals.answered() == 0) {
            return " client  waits for an answer from " + address;
        }
        long underway = 1; // the probe just sent may still be answered
        return " client  %s is answered by %-8s probes sent %d, lost %d"
                .formatted(
                        address,
                        totals.answeredBy(),
                        totals.sent(),
                        Math.max(0, totals.missing() - underway));
    }
}
