package org.ninelives.api.override;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.ninelives.api.management.OverrideStatus;

/** The list of overrides for those who run without it too. Safe for use by several threads. */
public final class OptionalOverrides implements Overrides {

    private final AtomicReference<Overrides> keeper = new AtomicReference<>();

    /** This one keeps the list from now on. */
    public void use(Overrides next) {
        keeper.set(next);
    }

    /** This one does no more. */
    public void forget(Overrides gone) {
        keeper.compareAndSet(gone, null);
    }

    @Override
    public OverrideStatus set(OverrideKey key, String value, long seconds, String lasting) {
        return required().set(key, value, seconds, lasting);
    }

    @Override
    public boolean revert(OverrideKey key) {
        return required().revert(key);
    }

    @Override
    public int revertAll(Predicate<OverrideKey> which) {
        return required().revertAll(which);
    }

    @Override
    public List<OverrideStatus> all() {
        return required().all();
    }

    private Overrides required() {
        return Optional.ofNullable(keeper.get())
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "nothing can be overridden: the bundle"
                                                + " org.ninelives.overrides is not active"));
    }
}
