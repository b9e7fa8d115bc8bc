package org.ninelives.vrrp.wire;

import java.nio.ByteBuffer;
import java.util.List;
import org.ninelives.api.net.IpAddress;
import org.ninelives.testkit.fuzz.FuzzTarget;
import org.ninelives.vrrp.core.ReceivedAdvert;

/**
 * Packets from outside. The first byte of an input chooses the format of the receiver, the second
 * what is made right before the packet, the rest, is received: 1 the checksum, 2 the signature.
 * Without that hardly any damage would get past the sums.
 */
public final class AdvertFuzzer {

    /** The moment of the stamps in the corpus. */
    private static final long EPOCH_MILLIS = 0x6800_0000L * 1000 + 500;

    private static final int CHECKSUM = 1;
    private static final int SIGNATURE = 2;
    private static final String PASSWORD = "secret";

    private static final AuthHmac PERMISSIVE =
            Hmacs.of(
                    AuthHmac.Mode.PERMISSIVE,
                    AuthHmac.AntiReplay.MONOTONIC,
                    2,
                    Hmacs.KEY_1,
                    Hmacs.KEY_2);

    private static final List<AdvertFormat> FORMATS =
            List.of(
                    Captured.PASS.format(),
                    Captured.AH.format(),
                    Captured.AH_UNICAST.format(),
                    Captured.VERSION_3.format(),
                    Captured.VERSION_3_UNICAST.format(),
                    Captured.IPV6.format(),
                    Captured.IPV6_UNICAST.format(),
                    Captured.IPV6_VERSION_2.format(),
                    FormatBuilder.of(3, "192.0.2.100").with(Hmacs.ENFORCE).build(),
                    FormatBuilder.of(3, "fe80::100").to("fe80::10").with(Hmacs.ENFORCE).build(),
                    FormatBuilder.of(2, "192.0.2.100").with(PERMISSIVE).build(),
                    FormatBuilder.of(2, "198.51.100.100").build());

    private AdvertFuzzer() {}

    /** See {@link FuzzTarget}; the name is the one Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length < 2) {
            return;
        }
        AdvertFormat format = FORMATS.get((input[0] & 0xff) % FORMATS.size());
        ByteBuffer packet = ByteBuffer.wrap(input, 2, input.length - 2).slice();
        repair(format, packet, input[1]);
        receive(format, packet);
    }

    private static void receive(AdvertFormat format, ByteBuffer packet) {
        ByteBuffer before = Packets.copy(packet);
        AdvertValidator validator = Packets.validator(format);
        ReceivedAdvert advert = new ReceivedAdvert();
        Verdict verdict = validator.validate(packet, false, EPOCH_MILLIS, advert);
        String text = Complaints.text("VI_1", format, verdict, packet, EPOCH_MILLIS);
        check(text.startsWith("(VI_1) "), text);
        if (verdict == Verdict.ACCEPTED) {
            accepted(format, packet, advert);
            for (Anomaly anomaly : Anomaly.values()) {
                if (validator.found(anomaly)) {
                    Complaints.text("VI_1", format, anomaly, packet, EPOCH_MILLIS);
                }
            }
            boolean signed = view(packet).hasAh() || view(packet).hasTrailer();
            Verdict again = validator.validate(packet, false, EPOCH_MILLIS, advert);
            check((again == Verdict.ACCEPTED) != signed, "a second time: " + again);
        }
        check(before.equals(packet), "the packet was written to");
        check(packet.position() == 0 && packet.limit() == packet.capacity(), "it was moved");
    }

    private static void accepted(AdvertFormat format, ByteBuffer packet, ReceivedAdvert advert) {
        AdvertView view = view(packet);
        check(PacketPeek.virtualRouterId(packet) == format.virtualRouterId(), "VRID");
        check(PacketPeek.isFrom(packet, advert.source()), "source");
        check(view.priority() == advert.priority(), "priority");
        check(view.end() <= packet.limit(), "the advert ends behind the packet");
        if (view.hasAh()) {
            check(codeIs(packet, view.ah() + 12, ah(format, view)), "AH code");
        }
        if (view.hasTrailer()) {
            check(codeIs(packet, view.messageEnd() + 12, trailer(view)), "HMAC code");
        }
    }

    private static AdvertView view(ByteBuffer packet) {
        AdvertView view = new AdvertView();
        check(view.over(packet), "no advert");
        return view;
    }

    private static void repair(AdvertFormat format, ByteBuffer packet, int what) {
        AdvertView view = new AdvertView();
        if (!view.over(packet) || !view.hasItsLength()) {
            return;
        }
        if ((what & SIGNATURE) != 0 && view.hasTrailer() && isHmac(format)) {
            packet.put(view.messageEnd() + 12, trailer(view));
        }
        if ((what & CHECKSUM) != 0) {
            int end = view.header() == Ipv6Header.INSTANCE ? view.end() : view.messageEnd();
            packet.putShort(view.vrrp() + 6, (short) 0);
            int sum = Checksums.add(0, packet, view.vrrp(), end);
            boolean pseudoHeader = view.version() != 2 || view.header() == Ipv6Header.INSTANCE;
            sum += pseudoHeader ? 112 + end - view.vrrp() + view.header().addressSum(packet) : 0;
            packet.putShort(view.vrrp() + 6, Checksums.finish(sum));
        }
        if ((what & SIGNATURE) != 0 && view.hasAh()) {
            packet.put(view.ah() + 12, ah(format, view));
        }
    }

    private static boolean isHmac(AdvertFormat format) {
        return format.authentication() instanceof AuthHmac;
    }

    private static byte[] ah(AdvertFormat format, AdvertView view) {
        return ReferenceCodes.ah(
                view.packet(), view.ah(), view.messageEnd(), PASSWORD, format.unicast());
    }

    private static byte[] trailer(AdvertView view) {
        int keyId = view.packet().get(view.messageEnd() + 1);
        IpAddress source = view.source();
        return ReferenceCodes.trailer(
                view.packet(),
                source,
                view.vrrp(),
                view.messageEnd(),
                keyId == 2 ? Hmacs.KEY_2 : Hmacs.KEY_1);
    }

    private static boolean codeIs(ByteBuffer packet, int at, byte[] code) {
        return packet.slice(at, code.length).equals(ByteBuffer.wrap(code));
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
