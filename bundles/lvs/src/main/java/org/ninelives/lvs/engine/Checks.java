package org.ninelives.lvs.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckAssignment;
import org.ninelives.api.check.CheckEngine;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckStanding;
import org.ninelives.api.system.WatchLoop;
import org.ninelives.lvs.core.Input;
import org.ninelives.lvs.settings.RealServerSettings;
import org.ninelives.lvs.settings.VirtualServerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The checks of all virtual servers, and how they stand. Loop thread only. */
final class Checks {

    private static final Logger LOG = LoggerFactory.getLogger(Checks.class);

    private final CheckEngine engine;
    private final Inbox inbox;
    private final Consumer<Input.CheckTold> reader;
    private final Suspension suspension;
    private final Map<CheckKey, CheckStanding> standings = new HashMap<>();
    private Set<String> suspended = Set.of();
    private boolean addressesChanged;

    Checks(WatchLoop loop, CheckEngine engine, Consumer<Input.CheckTold> reader) {
        this.engine = engine;
        this.reader = reader;
        inbox = new Inbox(loop, this::told);
        suspension = new Suspension(loop, () -> addressesChanged = true);
    }

    private void told(Input.CheckTold told) {
        if (!told.standing().equals(standings.put(told.key(), told.standing()))) {
            reader.accept(told);
        }
    }

    /**
     * Makes exactly these checks. When it returns, {@link #standing} tells how each of them stands,
     * and the reader has been told of those that stand differently.
     */
    void follow(Collection<VirtualServerSettings> servers) {
        addressesChanged = false;
        List<CheckAssignment> assignments = new ArrayList<>();
        Set<String> resting = new HashSet<>();
        for (VirtualServerSettings server : servers) {
            boolean rests = suspension.suspends(server);
            if (rests) {
                resting.add(server.name());
            }
            for (RealServerSettings each : server.realServers()) {
                tellTurn(server, each, rests);
                assign(server, each, rests, assignments);
            }
        }
        suspended = resting;
        // Servers are looked at from the own network namespace, wherever IPVS is.
        engine.follow(assignments, Optional.empty(), inbox);
        inbox.read();
        Set<CheckKey> made = new HashSet<>();
        assignments.forEach(assignment -> made.add(assignment.key()));
        standings.keySet().retainAll(made);
    }

    private static void assign(
            VirtualServerSettings virtual,
            RealServerSettings server,
            boolean rests,
            List<CheckAssignment> assignments) {
        int number = 0;
        for (Check check : server.checks()) {
            CheckKey key = new CheckKey(virtual.name(), server.name(), number++);
            assignments.add(new CheckAssignment(key, check, rests));
        }
    }

    private void tellTurn(VirtualServerSettings virtual, RealServerSettings server, boolean rests) {
        if (server.checks().isEmpty()) {
            return;
        }
        boolean known = standings.containsKey(new CheckKey(virtual.name(), server.name(), 0));
        boolean rested = !known || suspended.contains(virtual.name());
        if (rests != rested) {
            LOG.info(
                    "{} healthchecker for service {} for VS {}",
                    rests ? "Suspending" : "Activating",
                    server.name(),
                    virtual.name());
        }
    }

    /** Whether other checks may have to rest since the last {@link #follow}. */
    boolean addressesChanged() {
        return addressesChanged;
    }

    boolean isSuspended(String virtualServer) {
        return suspended.contains(virtualServer);
    }

    CheckStanding standing(CheckKey key) {
        return standings.getOrDefault(key, CheckStanding.UNKNOWN);
    }
}
