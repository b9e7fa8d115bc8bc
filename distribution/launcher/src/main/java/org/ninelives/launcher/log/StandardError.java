package org.ninelives.launcher.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What the second descriptor of this process leads to. */
final class StandardError {

    private static final Path DESCRIPTOR = Path.of("/proc/self/fd/2");

    private StandardError() {}

    /** Unbuffered, and not closed when somebody replaces {@link System#err}. */
    static OutputStream stream() {
        return new FileOutputStream(FileDescriptor.err);
    }

    static boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(DESCRIPTOR).toString();
            return target.startsWith("/dev/pts/")
                    || target.startsWith("/dev/tty")
                    || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Whether it is the journal: then {@code JOURNAL_STREAM} names its device and inode
     * (systemd.exec(5)).
     */
    static boolean isJournal(String journalStream) {
        if (journalStream == null || journalStream.isEmpty()) {
            return false;
        }
        try {
            Map<String, Object> attributes = Files.readAttributes(DESCRIPTOR, "unix:dev,ino");
            return journalStream.equals(attributes.get("dev") + ":" + attributes.get("ino"));
        } catch (IOException e) {
            return false;
        }
    }
}
