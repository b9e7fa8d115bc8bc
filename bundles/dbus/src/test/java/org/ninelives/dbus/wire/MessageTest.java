package org.ninelives.dbus.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ninelives.dbus.wire.Message.Field;
import org.ninelives.dbus.wire.Message.Kind;

class MessageTest {

    /** What {@code dbus-send} says first to a bus, byte for byte. */
    private static final String HELLO =
            "6c01000100000000010000006e000000"
                    + "01016f00150000002f6f72672f667265656465736b746f702f44427573000000"
                    + "06017300140000006f72672e667265656465736b746f702e4442757300000000"
                    + "02017300140000006f72672e667265656465736b746f702e4442757300000000"
                    + "030173000500000048656c6c6f000000";

    private static Message hello() {
        return Message.call(
                "org.freedesktop.DBus",
                "/org/freedesktop/DBus",
                "org.freedesktop.DBus",
                "Hello",
                Body.EMPTY);
    }

    @Test
    void whatAnotherProgramWroteIsRead() throws MalformedException {
        Message read = Message.decoded(HexFormat.of().parseHex(HELLO));
        assertThat(read.kind()).isEqualTo(Kind.CALL);
        assertThat(read.serial()).isEqualTo(1);
        assertThat(read.fields()).isEqualTo(hello().fields());
        assertThat(read.wantsReply()).isTrue();
    }

    @Test
    void whatIsWrittenIsReadAgain() throws MalformedException {
        Message sent =
                Message.signal("/a/b", "org.example.Type", "Changed", Body.of("text", 0x01020304));
        byte[] bytes = sent.encoded(77);
        assertThat(Message.FIXED_BYTES + Message.bytesAfter(bytes)).isEqualTo(bytes.length);

        Message read = Message.decoded(bytes);
        assertThat(read.kind()).isEqualTo(Kind.SIGNAL);
        assertThat(read.serial()).isEqualTo(77);
        assertThat(read.field(Field.SIGNATURE)).isEqualTo("su");
        Decoder values = read.values();
        assertThat(values.text()).isEqualTo("text");
        assertThat(values.word()).isEqualTo(0x01020304);
    }

    @Test
    void anAnswerGoesToWhoAsked() throws MalformedException {
        Message call =
                new Message(
                        Kind.CALL,
                        0,
                        9,
                        0,
                        java.util.Map.of(Field.SENDER, ":1.5"),
                        new byte[0],
                        java.nio.ByteOrder.BIG_ENDIAN);
        Message answer = Message.decoded(call.reply(Body.of(3)).encoded(1));
        assertThat(answer.kind()).isEqualTo(Kind.RETURN);
        assertThat(answer.replySerial()).isEqualTo(9);
        assertThat(answer.field(Field.DESTINATION)).isEqualTo(":1.5");

        Message error = Message.decoded(call.error("org.example.Bad", "no").encoded(2));
        assertThat(error.kind()).isEqualTo(Kind.ERROR);
        assertThat(error.field(Field.ERROR_NAME)).isEqualTo("org.example.Bad");
        assertThat(error.values().text()).isEqualTo("no");
    }

    @Test
    void theOtherByteOrderIsReadToo() throws MalformedException {
        byte[] bytes =
                HexFormat.of()
                        .parseHex(
                                "4202000100000008000000050000000f"
                                        + "0501750000000007080167000173000000000003616263"
                                        + "00");
        Message read = Message.decoded(bytes);
        assertThat(read.kind()).isEqualTo(Kind.RETURN);
        assertThat(read.replySerial()).isEqualTo(7);
        assertThat(read.values().text()).isEqualTo("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6c", "42", "00"})
    void tooLongAndForeignOnesAreRefused(String order) {
        byte[] fixed = HexFormat.of().parseHex(order + "010001ffffffff01000000ffffffff");
        assertThatThrownBy(() -> Message.bytesAfter(fixed)).isInstanceOf(MalformedException.class);
    }

    @Test
    void damagedOnesAreRefusedOrReadButNeverDoHarm() {
        Random random = new Random(1);
        byte[] good = HexFormat.of().parseHex(HELLO);
        for (int round = 0; round < 20_000; round++) {
            byte[] bad = good.clone();
            for (int change = 0; change <= random.nextInt(4); change++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(Message.decoded(bad)).isNotNull();
            } catch (MalformedException e) {
                assertThat(e).hasMessageStartingWith("a ");
            }
        }
    }
}
