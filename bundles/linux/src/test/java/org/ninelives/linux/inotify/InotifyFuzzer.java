package org.ninelives.linux.inotify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.ninelives.testkit.fuzz.FuzzTarget;

/** What is read from inotify, whose names anybody may choose. */
public final class InotifyFuzzer {

    private InotifyFuzzer() {}

    /** See {@link FuzzTarget}; the name is the one Jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        ByteBuffer bytes = ByteBuffer.wrap(input).order(ByteOrder.nativeOrder());
        List<InotifyEvent> events = InotifyEvent.read(bytes);
        check(events.size() <= input.length / InotifyEvent.HEADER_BYTES, "more than there is");
        int names = 0;
        for (InotifyEvent event : events) {
            names += event.name().length();
            check(event.name().indexOf(0) < 0, "a name with a zero");
        }
        check(
                names <= input.length - events.size() * InotifyEvent.HEADER_BYTES,
                "names beyond the input");
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
