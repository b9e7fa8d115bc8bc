package org.ninelives.linux.sysctl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.system.KernelSetting;

/** Who needs which setting, and what it was before. Touches nothing itself. */
final class SettingLedger {

    private final Map<KernelSetting, Entry> entries = new LinkedHashMap<>();

    /**
     * A setting to put back.
     *
     * @param ours the value it has if nobody changed it meanwhile
     * @param before the value it had
     */
    record Restoration(KernelSetting setting, int ours, int before) {}

    private record Entry(int ours, int before, int holders) {}

    boolean isHeld(KernelSetting setting) {
        return entries.containsKey(setting);
    }

    /** Notes the first holder of a setting. */
    void begin(KernelSetting setting, int before, int ours) {
        if (entries.putIfAbsent(setting, new Entry(ours, before, 1)) != null) {
            throw new IllegalStateException(setting + " is held already");
        }
    }

    /** Notes one more holder of a setting that is held. */
    void join(KernelSetting setting) {
        entries.computeIfPresent(
                setting,
                (key, entry) -> new Entry(entry.ours(), entry.before(), entry.holders() + 1));
    }

    /** Notes one holder less; what to do when it was the last. */
    Optional<Restoration> leave(KernelSetting setting) {
        Entry entry = entries.get(setting);
        if (entry == null) {
            return Optional.empty(); // All was put back when the loop closed.
        }
        if (entry.holders() > 1) {
            entries.put(setting, new Entry(entry.ours(), entry.before(), entry.holders() - 1));
            return Optional.empty();
        }
        entries.remove(setting);
        return Optional.of(new Restoration(setting, entry.ours(), entry.before()));
    }

    /** Forgets all holders; what to do for all settings, the latest first. */
    List<Restoration> clear() {
        List<Restoration> all =
                entries.entrySet().stream()
                        .map(
                                e ->
                                        new Restoration(
                                                e.getKey(),
                                                e.getValue().ours(),
                                                e.getValue().before()))
                        .toList()
                        .reversed();
        entries.clear();
        return all;
    }
}
