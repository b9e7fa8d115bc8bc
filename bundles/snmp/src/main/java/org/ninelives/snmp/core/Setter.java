package org.ninelives.snmp.core;

import org.ninelives.snmp.wire.Value;

/** Sets one variable. */
public interface Setter {

    /** Whether it may have this value; changes nothing. */
    SetResult test(Value value);

    /** Has it this value from now on. */
    SetResult commit(Value value);

    /** Takes the last commit back. */
    void undo();
}
