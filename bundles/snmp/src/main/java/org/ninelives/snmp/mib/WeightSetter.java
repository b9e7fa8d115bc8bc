package org.ninelives.snmp.mib;

import org.ninelives.snmp.core.SetResult;
import org.ninelives.snmp.core.Setter;
import org.ninelives.snmp.wire.Value;

/** Sets the weight of a real server until it is cleared, or the daemon starts again. */
final class WeightSetter implements Setter {

    private final CheckScene.Real server;
    private boolean done;

    WeightSetter(CheckScene.Real server) {
        this.server = server;
    }

    /** keepalived takes any number and cuts it to a byte; that harms. */
    @Override
    public SetResult test(Value value) {
        if (!(value instanceof Value.Int number)) {
            return SetResult.WRONG_TYPE;
        }
        return number.number() < 0 ? SetResult.WRONG_VALUE : SetResult.DONE;
    }

    @Override
    public SetResult commit(Value value) {
        done = value instanceof Value.Int number && set(number.number());
        return done ? SetResult.DONE : SetResult.COMMIT_FAILED;
    }

    @Override
    public void undo() {
        if (done) {
            done = false;
            if (server.status().weightOverridden()) {
                set(server.status().effectiveWeight());
            } else {
                Order.give(
                        () -> {
                            server.bean().clearWeight();
                            return true;
                        });
            }
        }
    }

    private boolean set(int weight) {
        return Order.give(() -> server.bean().setWeight(weight));
    }
}
