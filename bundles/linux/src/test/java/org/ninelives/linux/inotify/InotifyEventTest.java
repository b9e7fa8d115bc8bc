package org.ninelives.linux.inotify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events as inotify(7) lays them out. */
class InotifyEventTest {

    private final ByteBuffer bytes = ByteBuffer.allocate(256).order(ByteOrder.nativeOrder());

    @Test
    void eventsFollowEachOtherWithNamesAndWithout() {
        put(1, InotifyEvent.IN_CLOSE_WRITE, 16, "value");
        put(-1, InotifyEvent.IN_Q_OVERFLOW, 0, "");
        put(2, InotifyEvent.IN_IGNORED, 0, "");
        put(3, InotifyEvent.IN_CREATE, 16, "sixteen-letters-");

        List<InotifyEvent> events = InotifyEvent.read(bytes.flip());

        assertThat(events)
                .containsExactly(
                        new InotifyEvent(1, InotifyEvent.IN_CLOSE_WRITE, "value"),
                        new InotifyEvent(-1, InotifyEvent.IN_Q_OVERFLOW, ""),
                        new InotifyEvent(2, InotifyEvent.IN_IGNORED, ""),
                        new InotifyEvent(3, InotifyEvent.IN_CREATE, "sixteen-letters-"));
        assertThat(events)
                .extracting(InotifyEvent::isOverflow)
                .containsExactly(false, true, false, false);
        assertThat(events)
                .extracting(InotifyEvent::isEnd)
                .containsExactly(false, false, true, false);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 16, 31})
    void whatIsCutOffIsPassedOver(int length) {
        put(1, InotifyEvent.IN_CREATE, 16, "value");
        assertThat(InotifyEvent.read(bytes.position(0).limit(length))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 17})
    void aLengthThatCannotBeEndsTheReading(int length) {
        put(1, InotifyEvent.IN_CREATE, 16, "value");
        bytes.flip().putInt(12, length);
        assertThat(InotifyEvent.read(bytes)).isEmpty();
    }

    private void put(int watch, int mask, int length, String name) {
        byte[] padded = new byte[length];
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, padded, 0, text.length);
        bytes.putInt(watch).putInt(mask).putInt(0).putInt(length).put(padded);
    }
}
