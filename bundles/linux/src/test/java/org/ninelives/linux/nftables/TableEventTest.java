package org.ninelives.linux.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;

class TableEventTest {

    private static final int SUBSYSTEM = Nftables.NFNL_SUBSYS_NFTABLES << 8;

    private final ByteBuffer buffer = ByteBuffer.allocate(512);
    private final NetlinkWriter writer = new NetlinkWriter(buffer);

    @Test
    void aRemovedTableIsTold() throws Exception {
        begin(SUBSYSTEM | Nftables.NFT_MSG_DELTABLE, Nftables.NFPROTO_IPV4)
                .attributeText(Nftables.NFTA_TABLE, "keepalived")
                .end();
        assertThat(read())
                .contains(new TableEvent.Changed(Nftables.NFPROTO_IPV4, "keepalived", true));
    }

    @Test
    void aChangeInATableIsTold() throws Exception {
        begin(SUBSYSTEM | Nftables.NFT_MSG_DELSETELEM, Nftables.NFPROTO_IPV6)
                .attributeText(Nftables.NFTA_TABLE, "keepalived")
                .attributeText(Nftables.NFTA_SET_ELEM_LIST_SET, "vips")
                .end();
        assertThat(read())
                .contains(new TableEvent.Changed(Nftables.NFPROTO_IPV6, "keepalived", false));
    }

    @Test
    void whoCommittedIsTold() throws Exception {
        begin(SUBSYSTEM | Nftables.NFT_MSG_NEWGEN, 0)
                .attribute(1, new byte[] {0, 0, 0, 7})
                .attribute(Nftables.NFTA_GEN_PROC_PID, new byte[] {0, 0, 1, 2})
                .attributeText(Nftables.NFTA_GEN_PROC_NAME, "nft")
                .end();
        assertThat(read()).contains(new TableEvent.Committed("nft (process 258)"));
    }

    @Test
    void anOldKernelDoesNotTellWhoCommitted() throws Exception {
        begin(SUBSYSTEM | Nftables.NFT_MSG_NEWGEN, 0).attribute(1, new byte[] {0, 0, 0, 7}).end();
        assertThat(read()).contains(new TableEvent.Committed(""));
    }

    @Test
    void otherSubsystemsAreNotOfInterest() throws Exception {
        begin(0x0102, 0).attributeText(Nftables.NFTA_TABLE, "keepalived").end();
        assertThat(read()).isEmpty();
    }

    @Test
    void anEventWithoutATableIsNotOfInterest() throws Exception {
        begin(SUBSYSTEM | Nftables.NFT_MSG_NEWTABLE, 2).end();
        assertThat(read()).isEmpty();
    }

    @Test
    void aMessageThatIsTooShortIsRefused() {
        writer.begin(SUBSYSTEM | Nftables.NFT_MSG_NEWTABLE, 0, 0).putByte(2).end();
        assertThatThrownBy(this::read).isInstanceOf(NetlinkFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomBytesAreReadOrRefused(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        int read = 0;
        int refused = 0;
        for (int round = 0; round < 5_000; round++) {
            byte[] body = new byte[random.nextInt(40)];
            random.nextBytes(body);
            for (int at = 4; at + 4 <= body.length; at += 12) {
                body[at] = (byte) random.nextInt(13);
                body[at + 1] = 0;
                body[at + 2] = (byte) random.nextInt(4);
                body[at + 3] = 0;
            }
            writer.clear().begin(SUBSYSTEM | random.nextInt(20), 0, 0);
            for (byte b : body) {
                writer.putByte(b);
            }
            writer.end();
            try {
                assertThat(read()).isNotNull();
                read++;
            } catch (NetlinkFormatException e) {
                refused++;
            }
        }
        // Both must happen, or the generator would prove nothing.
        assertThat(read).isGreaterThan(100);
        assertThat(refused).isGreaterThan(100);
    }

    private NetlinkWriter begin(int type, int protocol) {
        return writer.begin(type, 0, 0).putByte(protocol).putByte(0).putShort(0);
    }

    private Optional<TableEvent> read() throws NetlinkFormatException {
        NetlinkReader message =
                new NetlinkReader(buffer.duplicate().position(0).limit(writer.length()));
        assertThat(message.next()).isTrue();
        return TableEvent.read(message);
    }
}
