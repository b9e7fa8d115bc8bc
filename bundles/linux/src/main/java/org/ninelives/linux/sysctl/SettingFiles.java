package org.ninelives.linux.sysctl;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.ninelives.api.system.KernelSetting;
import org.ninelives.api.system.SystemException;

/**
 * The files below /proc/sys. Those of the network are the ones of the calling thread's namespace.
 */
final class SettingFiles {

    private static final String READ_ONLY = "Read-only file system";

    private final Path root;

    SettingFiles(Path root) {
        this.root = root;
    }

    /** The value; empty when there is none, or it is no number. */
    OptionalInt read(KernelSetting setting) {
        try {
            return OptionalInt.of(Integer.parseInt(Files.readString(file(setting)).strip()));
        } catch (IOException | NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    void write(KernelSetting setting, int value) throws SystemException {
        try {
            Files.writeString(file(setting), Integer.toString(value), StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw refusal(setting, value, e);
        }
    }

    /** The names in a folder such as {@code net/ipv4/conf}; none when it cannot be read. */
    List<String> list(String folder) {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private Path file(KernelSetting setting) {
        return root.resolve(setting.path());
    }

    private SystemException refusal(KernelSetting setting, int value, IOException cause) {
        String what = file(setting) + " = " + value;
        String reason = cause instanceof FileSystemException f ? f.getReason() : null;
        if (cause instanceof NoSuchFileException) {
            return new SystemException(what, "ENOENT", "there is no such setting");
        }
        if (READ_ONLY.equals(reason)) {
            return new SystemException(
                    what, "EROFS", "it is read-only here, as in containers: set it from outside");
        }
        if (cause instanceof AccessDeniedException) {
            return new SystemException(what, "EACCES", "needs root and a writable /proc/sys");
        }
        return new SystemException(what, "EIO", String.valueOf(cause.getMessage()));
    }
}
