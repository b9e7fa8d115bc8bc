package org.ninelives.daemon;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ninelives.config.language.SourceFiles;
import org.ninelives.config.language.UnreadableFileException;

/** The configuration files of this machine. */
final class FilesOnDisk implements SourceFiles {

    private static final Set<PosixFilePermission> EXECUTE =
            Set.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE);

    private final Path workingDirectory;

    /** Relative paths start from {@code workingDirectory}. */
    FilesOnDisk(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    @Override
    public Kind kind(String path) {
        try {
            PosixFileAttributes attributes =
                    Files.readAttributes(resolve(path), PosixFileAttributes.class);
            if (attributes.isDirectory()) {
                return Kind.DIRECTORY;
            }
            if (!attributes.isRegularFile()) {
                return Kind.SPECIAL;
            }
            return attributes.permissions().stream().anyMatch(EXECUTE::contains)
                    ? Kind.EXECUTABLE
                    : Kind.REGULAR;
        } catch (IOException | IllegalArgumentException e) {
            return Kind.ABSENT; // a name with a NUL is no path and so leads to nothing
        }
    }

    @Override
    public List<String> names(String directory) {
        try (Stream<Path> entries = Files.list(resolve(directory))) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        } catch (IOException | IllegalArgumentException e) {
            return List.of();
        }
    }

    @Override
    public byte[] read(String path) throws UnreadableFileException {
        try {
            return Files.readAllBytes(resolve(path));
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableFileException("cannot be read: " + reason(e), e);
        } catch (OutOfMemoryError e) {
            throw new UnreadableFileException("cannot be read: larger than the memory", e);
        }
    }

    /** Without the name of the file, which is told before it. */
    private static String reason(Exception e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException absent -> "no such file";
            case FileSystemException refused when refused.getReason() != null ->
                    refused.getReason();
            default -> e.getMessage();
        };
    }

    private Path resolve(String path) {
        return workingDirectory.resolve(path);
    }
}
