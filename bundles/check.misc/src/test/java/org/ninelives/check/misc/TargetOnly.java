package org.ninelives.check.misc;

import org.ninelives.api.check.Probe;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connection;
import org.ninelives.api.system.DatagramConnection;

/** A probe for those who send nothing themselves. */
record TargetOnly(ConnectTarget target) implements Probe {

    @Override
    public long deadlineNanos() {
        return Long.MAX_VALUE;
    }

    @Override
    public Connection connect() {
        throw new UnsupportedOperationException();
    }

    @Override
    public DatagramConnection openDatagrams() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void echo(int payloadBytes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void tell(String step) {}
}
