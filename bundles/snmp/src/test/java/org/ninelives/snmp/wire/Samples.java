package org.ninelives.snmp.wire;

import java.util.List;

/** A packet of each sort. */
final class Samples {

    private static final Oid NAME = Oid.of("1.3.6.1.4.1.9586.100.5.2.3.1.7.1");

    private static final List<VarBind> VARIABLES =
            List.of(
                    new VarBind(NAME, Value.number(-5)),
                    new VarBind(NAME, Value.text("VI_1")),
                    new VarBind(NAME, new Value.ObjectId(Oid.NONE)),
                    new VarBind(NAME, new Value.ObjectId(NAME)),
                    new VarBind(
                            NAME,
                            new Value.Ipv4(Octets.of((byte) 10, (byte) 0, (byte) 0, (byte) -1))),
                    new VarBind(NAME, Value.counter(0xffff_ffffL)),
                    new VarBind(NAME, Value.gauge(1)),
                    new VarBind(NAME, Value.ticks(100)),
                    new VarBind(NAME, new Value.Opaque(Octets.NONE)),
                    new VarBind(NAME, new Value.Counter64(-1)),
                    new VarBind(NAME, Value.nothing(Value.Reason.NULL)),
                    new VarBind(NAME, Value.nothing(Value.Reason.END_OF_MIB_VIEW)));

    private static final List<SearchRange> RANGES =
            List.of(
                    new SearchRange(NAME, true, Oid.of("1.3.6.1.4.1.9587")),
                    new SearchRange(Oid.of("2.5"), false, Oid.NONE));

    static final List<Pdu> PDUS =
            List.of(
                    new Pdu.Open(0, NAME, Octets.of("ninelives")),
                    new Pdu.Close(Pdu.Close.SHUTDOWN),
                    new Pdu.Register(0, Pdu.Register.DEFAULT_PRIORITY, NAME),
                    new Pdu.Get(RANGES),
                    new Pdu.GetNext(RANGES),
                    new Pdu.GetBulk(1, 65_535, RANGES),
                    new Pdu.TestSet(VARIABLES),
                    new Pdu.Settle(Pdu.Settling.COMMIT),
                    new Pdu.Settle(Pdu.Settling.UNDO),
                    new Pdu.Settle(Pdu.Settling.CLEANUP),
                    new Pdu.Notify(VARIABLES),
                    new Pdu.Ping(),
                    new Pdu.Response(-1, 65_535, 1, VARIABLES));

    private Samples() {}
}
