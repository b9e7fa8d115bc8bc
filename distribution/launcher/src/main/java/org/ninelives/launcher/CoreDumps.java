package org.ninelives.launcher;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code -m} and {@code -M} ask for: the memory of a daemon that crashed, core(5). */
final class CoreDumps {

    /** Of all processes of the machine. */
    static final Path PATTERN = Path.of("/proc/sys/kernel/core_pattern");

    /** include/uapi/asm-generic/resource.h */
    private static final int RLIMIT_CORE = 4;

    private static final long RLIM_INFINITY = -1;
    private static final int SOFT = 0;
    private static final int HARD = Long.BYTES;

    private static final Logger LOG = LoggerFactory.getLogger(CoreDumps.class);

    private final Path patternFile;
    private Optional<Names> names = Optional.empty();

    private record Names(String before, String now) {}

    /**
     * Changes nothing yet.
     *
     * @param patternFile {@link #PATTERN}
     */
    CoreDumps(Path patternFile) {
        this.patternFile = patternFile;
    }

    /**
     * Lets this process and those it starts leave as much as they may. What the machine refuses is
     * logged.
     */
    static void allow() {
        try (Memory limits = new Memory(2L * Long.BYTES)) {
            limits.setLong(SOFT, RLIM_INFINITY);
            limits.setLong(HARD, RLIM_INFINITY);
            try {
                LibC.prlimit64(0, RLIMIT_CORE, limits, Pointer.NULL);
            } catch (LastErrorException e) {
                // To raise the hard limit takes CAP_SYS_RESOURCE.
                LibC.prlimit64(0, RLIMIT_CORE, Pointer.NULL, limits);
                long most = limits.getLong(HARD);
                limits.setLong(SOFT, most);
                LibC.prlimit64(0, RLIMIT_CORE, limits, Pointer.NULL);
                LOG.warn("-m: a core dump has {} bytes at most, the hard limit of -c", most);
            }
        } catch (LastErrorException e) {
            LOG.error("-m: no core dumps: {}", e.getMessage());
        }
    }

    /**
     * Names all core dumps of the machine, as keepalived does, until {@link #restoreNames}.
     *
     * @param pattern as in core(5)
     */
    void name(String pattern) {
        try {
            String before = Files.readString(patternFile);
            Files.writeString(patternFile, pattern + "\n");
            names = Optional.of(new Names(before, Files.readString(patternFile)));
        } catch (IOException e) {
            LOG.error("-M: core dumps keep their names: {}", e.toString());
        }
    }

    /** As they were before, unless somebody else has named them since. */
    void restoreNames() {
        if (names.isEmpty()) {
            return;
        }
        try {
            if (Files.readString(patternFile).equals(names.get().now())) {
                Files.writeString(patternFile, names.get().before());
            }
        } catch (IOException e) {
            LOG.error("-M: core dumps keep the names they were given: {}", e.toString());
        }
        names = Optional.empty();
    }

    private static final class LibC {
        static {
            Native.register(LibC.class, NativeLibrary.getInstance("c"));
        }

        static native int prlimit64(int pid, int resource, Pointer wanted, Pointer before)
                throws LastErrorException;
    }
}
