package org.ninelives.snmp.mib;

import java.util.Optional;
import org.ninelives.snmp.core.SetResult;
import org.ninelives.snmp.core.Setter;
import org.ninelives.snmp.wire.Value;

/** Sets the base priority of a virtual router until the next reload or restart. */
final class PrioritySetter implements Setter {

    private static final int OWNER = 255;

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
        return Order.give(() -> router.bean().setPriority(priority));
    }
}
