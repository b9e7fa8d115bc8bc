package org.ninelives.vrrp.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ninelives.vrrp.settings.NameFolders;
import org.ninelives.vrrp.settings.NameTable;
import org.ninelives.vrrp.settings.RoutingNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the names of tables, protocols, realms and the like from the files of the machine. */
final class NameFiles {

    private static final Logger LOG = LoggerFactory.getLogger(NameFiles.class);

    /** Where iproute2 ships its files; distributions differ in it. */
    private static final List<String> SHIPPED = List.of("usr/share/iproute2", "usr/lib/iproute2");

    /** Where the administrator's are. */
    private static final String OWN = "etc/iproute2";

    private final Path root;

    /** Those later count more. */
    private final List<Path> folders;

    /**
     * Names files below a folder.
     *
     * @param root {@code /}, or a test's
     * @param configured folders in place of the usual ones
     */
    NameFiles(Path root, NameFolders configured) {
        this.root = root;
        List<String> names = new ArrayList<>(configured.shipped().map(List::of).orElse(SHIPPED));
        names.add(configured.own().orElse(OWN));
        folders = names.stream().map(root::resolve).toList();
    }

    /** The names as they are in the files now. A file that cannot be read is passed over. */
    RoutingNames read() {
        NameTable names = NameTable.wellKnown();
        for (RoutingNames.Kind kind : RoutingNames.Kind.values()) {
            for (Path file : files(kind)) {
                names = names.with(kind, text(file));
            }
        }
        return names;
    }

    private List<Path> files(RoutingNames.Kind kind) {
        List<Path> files = new ArrayList<>();
        if (kind == RoutingNames.Kind.IP_PROTOCOL) {
            files.add(root.resolve("etc/protocols"));
        } else {
            for (Path folder : folders) {
                files.add(folder.resolve(kind.file()));
                files.addAll(parts(folder.resolve(kind.file() + ".d")));
            }
        }
        return files.stream().filter(Files::isRegularFile).toList();
    }

    private static List<Path> parts(Path folder) {
        List<Path> parts = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.conf")) {
                files.forEach(parts::add);
            } catch (IOException e) {
                LOG.warn("{} cannot be read: {}", folder, reason(e));
            }
        }
        return parts.stream().sorted().toList();
    }

    private static String text(Path file) {
        try {
            // No byte is invalid in this one; names are ASCII.
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", file, reason(e));
            return "";
        }
    }

    private static String reason(IOException failure) {
        return failure instanceof FileSystemException e && e.getReason() != null
                ? e.getReason()
                : failure.getMessage();
    }
}
