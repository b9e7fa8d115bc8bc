package org.ninelives.api.notify;

import java.util.Optional;
import org.ninelives.api.script.Script;

/** Something that happened to a virtual server or one of its real servers. */
public sealed interface LvsEvent extends Event {

    /** The virtual server as FIFOs call it: {@code [10.0.0.1]:tcp:80}, {@code FWM 100}. */
    String virtualServer();

    /** Whether it came up or went down. */
    boolean up();

    /** What is run, of {@code notify_up}, {@code notify_down}, {@code quorum_up} and so on. */
    Optional<Script> script();

    /**
     * Whether mail is sent; empty for the default of {@code smtp_alert_checker} and {@code
     * smtp_alert}.
     */
    Optional<Boolean> smtpAlert();

    @Override
    default String name() {
        return virtualServer();
    }

    /**
     * A real server came up or went down.
     *
     * @param realServer as FIFOs call it: {@code [192.168.0.2]:tcp:80}
     * @param stopping whether it is so only because the daemon stops ({@code omega})
     * @param reason a sentence
     */
    record RealServerState(
            String virtualServer,
            String realServer,
            boolean up,
            boolean stopping,
            Optional<Script> script,
            Optional<Boolean> smtpAlert,
            String reason,
            String text)
            implements LvsEvent {}

    /**
     * A virtual server gained or lost its quorum.
     *
     * @param weight the weight of the live servers
     * @param quorum what is needed
     * @param hysteresis how much more to gain, or less to lose it
     * @param stopping whether it is so only because the daemon stops ({@code omega})
     */
    record QuorumState(
            String virtualServer,
            boolean up,
            long weight,
            long quorum,
            long hysteresis,
            boolean stopping,
            Optional<Script> script,
            Optional<Boolean> smtpAlert,
            String text)
            implements LvsEvent {}
}
