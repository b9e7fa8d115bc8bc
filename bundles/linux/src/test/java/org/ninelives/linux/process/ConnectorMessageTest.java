package org.ninelives.linux.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.api.system.ProcessEvent;
import org.ninelives.linux.netlink.NetlinkFormatException;
import org.ninelives.linux.netlink.NetlinkReader;
import org.ninelives.linux.netlink.NetlinkWriter;

/** Messages of the process connector, as linux/cn_proc.h lays them out. */
class ConnectorMessageTest {

    private static final int NOISE = 0x7777;

    /** Of Linux 6.18 on a little-endian machine: process 23407 is made by process 18006. */
    private static final String FORK =
            "4c0000000300000001000000000000000100000001000000010000000000000028000000"
                    + "01000000010000004b748daf8d140000465b0000465b00006f5b00006f5b000000000000"
                    + "00000000";

    @Test
    void whatAKernelSentIsRead() throws NetlinkFormatException {
        assertThat(ByteOrder.nativeOrder())
                .as("the recorded bytes are of such a machine")
                .isEqualTo(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(FORK));
        NetlinkReader reader = new NetlinkReader(bytes);
        assertThat(reader.next()).isTrue();
        assertThat(ConnectorMessage.read(reader).orElseThrow().event())
                .contains(new ProcessEvent.Forked(0x5b46, 0x5b6f));
    }

    @ParameterizedTest
    @CsvSource({
        // what happened, then numbers of threads and processes
        "0x1, 10 10 20 20",
        "0x1, 11 10 20 20",
        "0x2, 10 10 0 0",
        "0x80000000, 20 20 0 0"
    })
    void whatBefallsAProcessIsTold(String what, String numbers) throws NetlinkFormatException {
        Optional<ProcessEvent> event = event(Long.decode(what).intValue(), numbers);
        ProcessEvent expected =
                switch (what) {
                    case "0x1" -> new ProcessEvent.Forked(10, 20);
                    case "0x2" -> new ProcessEvent.Executed(10);
                    default -> new ProcessEvent.Exited(20);
                };
        assertThat(event).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // A new thread, a thread's name, a thread's end; an answer; other events.
        "0x1, 10 10 21 20",
        "0x200, 21 20 0 0",
        "0x80000000, 21 20 0 0",
        "0x0, 0 0 0 0",
        "0x4, 10 10 0 0",
        "0x80, 10 10 0 0",
        "0x40000000, 10 10 0 0"
    })
    void whatBefallsAThreadIsNot(String what, String numbers) throws NetlinkFormatException {
        assertThat(event(Long.decode(what).intValue(), numbers)).isEmpty();
    }

    @Test
    void aNameEndsWithAZeroOrWithItsSpace() throws NetlinkFormatException {
        assertThat(event(Connector.PROC_EVENT_COMM, "10 10 1919251317 7497072 0 0"))
                .contains(new ProcessEvent.Renamed(10, "userper"));
        assertThat(event(Connector.PROC_EVENT_COMM, "10 10" + " 1633771873".repeat(4)))
                .contains(new ProcessEvent.Renamed(10, "a".repeat(16)));
    }

    @Test
    void anAnswerIsKnownByTheMarkOfItsRequest() throws NetlinkFormatException {
        assertThat(answer(8, 1)).isEqualTo(OptionalInt.of(1));
        assertThat(answer(8, 0)).isEqualTo(OptionalInt.of(0));
        assertThat(answer(9, 0)).isEmpty();
        assertThat(answer(0, 0)).isEmpty();
    }

    @Test
    void aRequestIsWhatTheKernelExpects() {
        ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.nativeOrder());
        NetlinkWriter writer = new NetlinkWriter(bytes);
        ConnectorMessage.writeRequest(writer, Connector.PROC_CN_MCAST_IGNORE, 7);
        assertThat(writer.length()).isEqualTo(16 + 20 + 4);
        assertThat(bytes.getInt(16)).as("CN_IDX_PROC").isEqualTo(1);
        assertThat(bytes.getInt(20)).as("CN_VAL_PROC").isEqualTo(1);
        assertThat(bytes.getInt(28)).as("the mark").isEqualTo(7);
        assertThat(bytes.getShort(32)).as("length of what follows").isEqualTo((short) 4);
        assertThat(bytes.getInt(36)).as("PROC_CN_MCAST_IGNORE").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 19, 20, 35})
    void aMessageThatIsTooShortIsRefused(int length) {
        assertThatThrownBy(() -> read(3, 1, 1, Connector.PROC_EVENT_FORK, "1 1 2 2", length))
                .isInstanceOf(NetlinkFormatException.class)
                .hasMessageContaining("a message of " + length + " bytes");
    }

    @Test
    void anEventThatIsCutIsRefused() throws NetlinkFormatException {
        ConnectorMessage cut =
                read(3, 1, 1, Connector.PROC_EVENT_FORK, "1 1 2 2", 36 + 12).orElseThrow();
        assertThatThrownBy(cut::event).isInstanceOf(NetlinkFormatException.class);
        ConnectorMessage name =
                read(3, 1, 1, Connector.PROC_EVENT_COMM, "1 1 2 2", 36 + 16).orElseThrow();
        assertThatThrownBy(name::event).isInstanceOf(NetlinkFormatException.class);
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 1", "3, 2, 1", "3, 1, 2"})
    void messagesOfOthersArePassedOver(int type, int index, int value)
            throws NetlinkFormatException {
        assertThat(read(type, index, value, Connector.PROC_EVENT_EXEC, "1 1", 44)).isEmpty();
    }

    private static Optional<ProcessEvent> event(int what, String numbers)
            throws NetlinkFormatException {
        return read(3, 1, 1, what, numbers, 36 + 4 * numbers.split(" ", -1).length)
                .orElseThrow()
                .event();
    }

    private static OptionalInt answer(int acknowledgement, int error)
            throws NetlinkFormatException {
        ByteBuffer bytes = message(3, 1, 1, Connector.PROC_EVENT_NONE, error + " 0", 44);
        bytes.putInt(16 + 12, acknowledgement);
        return ConnectorMessage.read(first(bytes)).orElseThrow().answerTo(7);
    }

    private static Optional<ConnectorMessage> read(
            int type, int index, int value, int what, String numbers, int length)
            throws NetlinkFormatException {
        return ConnectorMessage.read(first(message(type, index, value, what, numbers, length)));
    }

    private static NetlinkReader first(ByteBuffer datagram) throws NetlinkFormatException {
        NetlinkReader reader = new NetlinkReader(datagram);
        assertThat(reader.next()).isTrue();
        return reader;
    }

    /** A message of which the part behind the netlink header is cut to a length. */
    private static ByteBuffer message(
            int type, int index, int value, int what, String numbers, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(256).order(ByteOrder.nativeOrder());
        NetlinkWriter writer = new NetlinkWriter(bytes);
        writer.begin(type, 0, 0).putInt(index).putInt(value).putInt(NOISE).putInt(0);
        writer.putShort(40).putShort(0).putInt(what).putInt(1).putInt(NOISE).putInt(0);
        for (String number : numbers.split(" ", -1)) {
            writer.putInt(Integer.parseInt(number));
        }
        writer.end();
        bytes.putInt(0, 16 + length);
        return bytes.position(0).limit(16 + length);
    }
}
