package org.ninelives.snmp.mib;

import java.util.Optional;
import org.ninelives.api.management.Caller;
import org.ninelives.snmp.core.SetResult;
import org.ninelives.snmp.core.Setter;
import org.ninelives.snmp.wire.Value;

/** Sets the base priority of a virtual router until the next reload or restart. */
final class PrioritySetter implements Setter {

    private static final int OWNER = 255;
    private static final Caller CALLER = new Caller("snmp", "");

    private final Router router;
    private Optional<Integer> before = Optional.empty();

    PrioritySetter(Router router) {
        this.router = router;
    }

    /** keepalived takes any number, cuts it to a byte, and makes an owner of 255; that harms. */
    @Override
    public SetResult test(Value value) {
        if (!(value instanceof Value.Int number)) {
            return SetResult.WRONG_TYPE;
        }
        if (number.number() < 1 || number.number() >= OWNER) {
            return SetResult.WRONG_VALUE;
        }
        return router.status().configuredPriority() == OWNER
                ? SetResult.INCONSISTENT_VALUE
                : SetResult.DONE;
    }

    @Override
    public SetResult commit(Value value) {
        if (!(value instanceof Value.Int number) || !set(number.number())) {
            return SetResult.COMMIT_FAILED;
        }
        before = Optional.of(router.basePriority());
        return SetResult.DONE;
    }

    @Override
    public void undo() {
        before.ifPresent(this::set);
        before = Optional.empty();
    }

    private boolean set(int priority) {
        try {
            CALLER.call(() -> router.bean().setPriority(priority));
            return true;
        } catch (Exception e) {
            // The list of overrides is full, or nobody keeps one; the log tells it.
            return false;
        }
    }
}
