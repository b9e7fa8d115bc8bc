package org.ninelives.overrides.internal;

import java.util.Arrays;
import java.util.List;
import org.ninelives.api.management.OverrideStatus;
import org.ninelives.api.management.OverridesMXBean;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideKind;
import org.ninelives.overrides.engine.Keeper;

/** The list, for JMX clients. Safe for use by several threads. */
record OverridesBean(Keeper keeper) implements OverridesMXBean {

    @Override
    public List<OverrideStatus> getOverrides() {
        return keeper.all();
    }

    @Override
    public int getCount() {
        return keeper.all().size();
    }

    @Override
    public String getStateFile() {
        return keeper.stateFile();
    }

    @Override
    public String getStateFileProblem() {
        return keeper.stateFileProblem();
    }

    @Override
    public boolean revert(String kind, String subject) {
        OverrideKind known =
                OverrideKind.of(kind)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "kind: '%s' is none of %s"
                                                        .formatted(
                                                                kind,
                                                                Arrays.stream(OverrideKind.values())
                                                                        .map(OverrideKind::word)
                                                                        .toList())));
        return keeper.revert(new OverrideKey(known, subject));
    }

    @Override
    public int revertAll() {
        return keeper.revertAll(key -> true);
    }
}
