package org.ninelives.lvs.core;

import org.ninelives.lvs.settings.SorryServerSettings;
import org.ninelives.lvs.settings.VirtualServerSettings;

/** The lines of the log, in the words that people grep for. */
final class Words {

    private final String virtualServer;

    Words(String virtualServer) {
        this.virtualServer = virtualServer;
    }

    String came(RealServer server) {
        return server.settings().inhibitOnFailure()
                ? "Enabling service %s of VS %s".formatted(server.name(), virtualServer)
                : adding(server);
    }

    String went(RealServer server) {
        return server.settings().inhibitOnFailure()
                ? "Disabling service %s of VS %s".formatted(server.name(), virtualServer)
                : removing(server);
    }

    String adding(RealServer server) {
        return "Adding service %s to VS %s".formatted(server.name(), virtualServer);
    }

    String removing(RealServer server) {
        return "Removing service %s from VS %s".formatted(server.name(), virtualServer);
    }

    String removingAll() {
        return "Removing Virtual Server " + virtualServer;
    }

    String drainingAll() {
        return "Draining Virtual Server " + virtualServer;
    }

    String shuttingDown(RealServer server) {
        return "Shutting down %sservice %s from VS %s"
                .formatted(
                        server.settings().inhibitOnFailure() ? "(inhibited) " : "",
                        server.name(),
                        virtualServer);
    }

    String weightChanged(RealServer server, int from) {
        return "Changing weight from %d to %d for %sactive service %s of VS %s"
                .formatted(
                        from,
                        server.weight(),
                        server.isAlive() ? "" : "in",
                        server.name(),
                        virtualServer);
    }

    String draining(RealServer server) {
        return "Draining service %s of VS %s".formatted(server.name(), virtualServer);
    }

    String drained(RealServer server, Drain drain) {
        String left =
                drain.connections().isEmpty()
                        ? "its connections were not counted"
                        : drain.connections().getAsLong() + " connections left";
        return "Drained service %s of VS %s: %s".formatted(server.name(), virtualServer, left);
    }

    String serving(RealServer server) {
        return "Service %s of VS %s is not drained any more"
                .formatted(server.name(), virtualServer);
    }

    String followed(String router, boolean master) {
        return master
                ? "Adding VS %s, as (%s) is master".formatted(virtualServer, router)
                : "Removing VS %s, as (%s) is not master".formatted(virtualServer, router);
    }

    String enabled(boolean enabled) {
        return enabled
                ? "Adding VS %s, as it is not disabled any more".formatted(virtualServer)
                : "Removing VS %s, as an operator has disabled it".formatted(virtualServer);
    }

    String gained(VirtualServerSettings settings, long weight) {
        long quorum = settings.quorum();
        long hysteresis = settings.hysteresis();
        return "Gained quorum %d+%d=%d <= %d for VS %s"
                .formatted(quorum, hysteresis, quorum + hysteresis, weight, virtualServer);
    }

    String lost(VirtualServerSettings settings, long weight) {
        long quorum = settings.quorum();
        long hysteresis = settings.hysteresis();
        return "Lost quorum %d-%d=%d > %d for VS %s"
                .formatted(quorum, hysteresis, quorum - hysteresis, weight, virtualServer);
    }

    String startsWithout(VirtualServerSettings settings, long weight) {
        long quorum = settings.quorum();
        long hysteresis = settings.hysteresis();
        return "Starting with quorum down %d+%d=%d > %d for VS %s"
                .formatted(quorum, hysteresis, quorum + hysteresis, weight, virtualServer);
    }

    String sorryComes(SorryServerSettings sorry) {
        return "%s sorry server %s to VS %s"
                .formatted(sorry.inhibit() ? "Enabling" : "Adding", sorry.name(), virtualServer);
    }

    String sorryGoes(SorryServerSettings sorry) {
        return "%s sorry server %s from VS %s"
                .formatted(sorry.inhibit() ? "Disabling" : "Removing", sorry.name(), virtualServer);
    }

    String aliveCome() {
        return "Adding alive servers to the pool for VS " + virtualServer;
    }

    String aliveGo() {
        return "Removing alive servers from the pool for VS " + virtualServer;
    }
}
