package org.ninelives.dropin.engine;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.ninelives.dropin.core.Stamp;

/** The folder in the file system. */
record Folder(Path path) {

    private static final String FILES = "*.jar";

    /**
     * What lies there now, by name; nothing where there is no such folder.
     *
     * @throws IOException if it cannot be read; the message is a clause for the operator
     */
    Map<String, Stamp> list() throws IOException {
        Map<String, Stamp> listing = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, FILES)) {
            for (Path file : files) {
                put(listing, file);
            }
        } catch (NoSuchFileException e) {
            listing.clear();
        } catch (DirectoryIteratorException e) {
            throw new IOException(reason(e.getCause()), e);
        } catch (IOException e) {
            throw new IOException(reason(e), e);
        }
        return listing;
    }

    private static void put(Map<String, Stamp> listing, Path file) throws IOException {
        try {
            listing.put(file.getFileName().toString(), stamp(file));
        } catch (NoSuchFileException e) {
            // It has just gone, or it is a link that leads nowhere.
        }
    }

    private static Stamp stamp(Path file) throws IOException {
        Map<String, Object> now =
                Files.readAttributes(file, "unix:lastModifiedTime,ctime,size,ino");
        return new Stamp(
                ((FileTime) now.get("lastModifiedTime")).to(TimeUnit.NANOSECONDS),
                ((FileTime) now.get("ctime")).to(TimeUnit.NANOSECONDS),
                (Long) now.get("size"),
                (Long) now.get("ino"));
    }

    /** The words of the system without the path, which stands before them anyway. */
    static String reason(IOException failure) {
        if (failure instanceof java.nio.file.AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileSystemException refused && refused.getReason() != null) {
            return refused.getReason();
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
