package org.ninelives.dropin.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.management.BundleFileStatus;
import org.ninelives.dropin.core.DroppedFiles;
import org.ninelives.dropin.engine.Installer.Installed;

/** How the files stand, for whoever asks; written by one thread. */
final class FileTable {

    private final DroppedFiles files;
    private final Installer installer;
    private Map<String, BundleFileStatus> byName = Map.of();
    private volatile List<BundleFileStatus> rows = List.of();

    FileTable(DroppedFiles files, Installer installer) {
        this.files = files;
        this.installer = installer;
    }

    List<BundleFileStatus> rows() {
        return rows;
    }

    void update(long nowNanos, long nowMillis) {
        Map<String, BundleFileStatus> next = new HashMap<>();
        List<BundleFileStatus> nextRows = new ArrayList<>();
        for (String name : files.names()) {
            BundleFileStatus row = row(nowNanos, nowMillis, name);
            next.put(name, row);
            nextRows.add(row);
        }
        byName = next;
        rows = List.copyOf(nextRows);
    }

    private BundleFileStatus row(long nowNanos, long nowMillis, String name) {
        Optional<Installed> installed = installer.installed(name);
        String state = files.state(nowNanos, name).name();
        BundleFileStatus before = byName.get(name);
        return new BundleFileStatus(
                name,
                state,
                installed.map(one -> Installer.words(one.bundle())).orElse(""),
                installed.map(Installed::sha256).orElse(""),
                files.reason(nowNanos, name),
                before != null && before.state().equals(state) ? before.sinceMillis() : nowMillis);
    }
}
