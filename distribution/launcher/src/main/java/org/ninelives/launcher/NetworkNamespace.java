package org.ninelives.launcher;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way of the whole process into a network namespace. setns(2) moves one thread, and a JVM has
 * many from its first moment on: so one of them moves, and then runs the same program once more in
 * place of this one. Process id, command line, environment, streams and signals that are held back
 * stay as they are, so nobody outside sees a difference.
 */
final class NetworkNamespace {

    /** Tells the second program that it is one, and where the first was: {@code PID:DESCRIPTOR}. */
    private static final String MARK = "NINELIVES_NAMESPACE_BEFORE";

    /** The file of the namespace of before, for bundles. */
    private static final String BEFORE = "ninelives.namespace.before";

    private static final Path NAMED = Path.of("/run/netns");
    private static final Path OWN = Path.of("/proc/thread-self/ns/net");
    private static final Path PROGRAM = Path.of("/proc/self/exe");
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final File DESCRIPTORS = new File("/proc/self/fd");

    private static final int ENOENT = 2;
    private static final int EPERM = 1;
    private static final int O_RDONLY = 0;
    private static final int CLONE_NEWNET = 0x40000000;
    private static final int F_SETFD = 2;
    private static final int FD_CLOEXEC = 1;
    private static final int STREAMS = 3;

    private NetworkNamespace() {}

    /** Whether this is the program that was run in place of another one. */
    static boolean wasEntered() {
        return fileOfBefore(System.getenv(MARK), ProcessHandle.current().pid()).isPresent();
    }

    /**
     * Where the file of the namespace of before is.
     *
     * @param mark of the environment or {@code null}; that of another process means nothing
     */
    static Optional<String> fileOfBefore(String mark, long pid) {
        String start = pid + ":";
        return Optional.ofNullable(mark)
                .filter(text -> text.startsWith(start))
                .map(text -> DESCRIPTORS + "/" + text.substring(start.length()));
    }

    /** Tells the bundles where the process was before, if it has been somewhere else. */
    static void tellBefore() {
        fileOfBefore(System.getenv(MARK), ProcessHandle.current().pid())
                .ifPresent(file -> System.setProperty(BEFORE, file));
    }

    /**
     * Goes there; returns only if the process is there already.
     *
     * @param name as in ip-netns(8)
     * @param lastWords called right before this program ends for the next
     * @throws IOException if it cannot go there; the message tells the operator why
     */
    static void enter(String name, Runnable lastWords) throws IOException {
        String what = "network namespace '" + name + "': ";
        if (name.isEmpty() || name.contains("/") || name.equals(".") || name.equals("..")) {
            throw new IOException(what + "no network namespace can have that name");
        }
        Path file = NAMED.resolve(name);
        if (isOwn(file)) {
            return;
        }
        if (wasEntered()) {
            throw new IOException(what + file + " became another one in this moment");
        }
        try {
            int before = LibC.open(OWN.toString(), O_RDONLY);
            int there = LibC.open(file.toString(), O_RDONLY);
            LibC.setns(there, CLONE_NEWNET);
            LibC.setenv(MARK, ProcessHandle.current().pid() + ":" + before, 1);
            byte[] commandLine = Files.readAllBytes(COMMAND_LINE);
            lastWords.run();
            closeAllBut(before);
            LibC.execv(PROGRAM.toRealPath().toString(), words(commandLine));
        } catch (LastErrorException e) {
            throw new IOException(
                    what + file + ": " + e.getMessage() + advice(e.getErrorCode(), name), e);
        }
    }

    private static boolean isOwn(Path file) throws IOException {
        return Files.exists(file) && key(file).equals(key(OWN));
    }

    private static Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    private static String advice(int errno, String name) {
        return switch (errno) {
            case ENOENT -> "; 'ip netns add " + name + "' makes it";
            case EPERM -> "; it needs CAP_SYS_ADMIN";
            default -> "";
        };
    }

    /** What is open here is of no use to the next program, which would keep it for ever. */
    private static void closeAllBut(int kept) {
        String[] names = DESCRIPTORS.list();
        for (int i = 0; names != null && i < names.length; i++) {
            int descriptor = Integer.parseInt(names[i]);
            if (descriptor >= STREAMS && descriptor != kept) {
                try {
                    LibC.fcntl(descriptor, F_SETFD, FD_CLOEXEC);
                } catch (LastErrorException e) {
                    // It was that of the listing itself.
                }
            }
        }
    }

    /** The vector of words that execv(3) takes, the bytes as they were given, behind it. */
    private static Memory words(byte[] commandLine) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0, start = 0; i < commandLine.length; i++) {
            if (commandLine[i] == 0) {
                starts.add(start);
                start = i + 1;
            }
        }
        long text = (starts.size() + 1L) * Native.POINTER_SIZE;
        Memory block = new Memory(text + commandLine.length);
        block.clear();
        block.write(text, commandLine, 0, commandLine.length);
        for (int i = 0; i < starts.size(); i++) {
            block.setPointer((long) i * Native.POINTER_SIZE, block.share(text + starts.get(i)));
        }
        return block;
    }

    private static final class LibC {
        static {
            Native.register(LibC.class, NativeLibrary.getInstance("c"));
        }

        static native int open(String path, int flags) throws LastErrorException;

        static native int setns(int descriptor, int type) throws LastErrorException;

        static native int fcntl(int descriptor, int command, int argument)
                throws LastErrorException;

        static native int setenv(String name, String value, int overwrite)
                throws LastErrorException;

        static native int execv(String path, Pointer words) throws LastErrorException;
    }
}
