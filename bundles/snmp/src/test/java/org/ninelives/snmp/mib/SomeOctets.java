package org.ninelives.snmp.mib;

import org.ninelives.snmp.wire.Octets;
import org.ninelives.snmp.wire.Value;

/** An octet string as tests write it. */
final class SomeOctets {

    private SomeOctets() {}

    /** Of numbers 0 to 255. */
    static Value bytes(int... bytes) {
        byte[] octets = new byte[bytes.length];
        for (int place = 0; place < bytes.length; place++) {
            octets[place] = (byte) bytes[place];
        }
        return new Value.Text(Octets.of(octets));
    }
}
