package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;

/** Words the log lines about received packets. */
public final class Complaints {

    private Complaints() {}

    /** Why a packet was refused. */
    public static String text(
            String instance, AdvertFormat format, Verdict verdict, ByteBuffer packet) {
        return instance + format.version() + verdict + packet;
    }

    /** What was odd about an accepted packet. */
    public static String text(
            String instance, AdvertFormat format, Anomaly anomaly, ByteBuffer packet) {
        return instance + format.version() + anomaly + packet;
    }
}
