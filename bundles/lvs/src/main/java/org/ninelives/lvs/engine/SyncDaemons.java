package org.ninelives.lvs.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.SyncDaemon;
import org.ninelives.lvs.settings.SyncSettings;

/**
 * Which sync daemons of the kernel run: the one that tells where the virtual router is master, the
 * one that hears elsewhere, and both where no virtual router decides. Loop thread only.
 */
final class SyncDaemons {

    private final Masterships masterships;
    private final Map<SyncDaemon.Role, SyncDaemon> running = new EnumMap<>(SyncDaemon.Role.class);
    private Optional<SyncSettings> settings = Optional.empty();

    SyncDaemons(Masterships masterships) {
        this.masterships = masterships;
    }

    void configure(Optional<SyncSettings> next) {
        settings = next;
    }

    boolean areConfigured() {
        return settings.isPresent();
    }

    /**
     * What leads from what an earlier run has left to those that shall run. Its daemons are ended,
     * as the kernel changes none that runs.
     *
     * @param left those that run
     */
    List<IpvsChange> afresh(List<SyncDaemon> left) {
        running.clear();
        List<IpvsChange> changes = new ArrayList<>();
        if (settings.isPresent()) {
            left.forEach(daemon -> changes.add(new IpvsChange.StopSync(daemon.role())));
            changes.addAll(changes());
        }
        return changes;
    }

    /** What leads from those that run to those that shall. */
    List<IpvsChange> changes() {
        Map<SyncDaemon.Role, SyncDaemon> wanted = wanted();
        List<IpvsChange> changes = new ArrayList<>();
        running.forEach(
                (role, daemon) -> {
                    if (!daemon.equals(wanted.get(role))) {
                        changes.add(new IpvsChange.StopSync(role));
                    }
                });
        wanted.forEach(
                (role, daemon) -> {
                    if (!daemon.equals(running.get(role))) {
                        changes.add(new IpvsChange.StartSync(daemon));
                    }
                });
        running.clear();
        running.putAll(wanted);
        return changes;
    }

    /** What ends all of them. */
    List<IpvsChange> end() {
        settings = Optional.empty();
        return changes();
    }

    private Map<SyncDaemon.Role, SyncDaemon> wanted() {
        Map<SyncDaemon.Role, SyncDaemon> wanted = new EnumMap<>(SyncDaemon.Role.class);
        if (settings.isEmpty()) {
            return wanted;
        }
        SyncSettings sync = settings.get();
        if (sync.instance().isEmpty()) {
            for (SyncDaemon.Role role : SyncDaemon.Role.values()) {
                wanted.put(role, daemon(role, sync, 0));
            }
        } else {
            // Before its state is known, neither the role nor the identifier is.
            masterships
                    .find(sync.instance().get())
                    .ifPresent(
                            state -> {
                                SyncDaemon.Role role =
                                        state.master()
                                                ? SyncDaemon.Role.MASTER
                                                : SyncDaemon.Role.BACKUP;
                                wanted.put(role, daemon(role, sync, state.virtualRouterId()));
                            });
        }
        return wanted;
    }

    private static SyncDaemon daemon(SyncDaemon.Role role, SyncSettings sync, int usualId) {
        return new SyncDaemon(
                role,
                sync.interfaceName(),
                sync.id().orElse(usualId),
                sync.maxLength(),
                sync.group(),
                sync.port(),
                sync.ttl());
    }
}
