package org.ninelives.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Scripts and configurations in the folder of a node, where FOLDER stands for that folder. */
final class ScriptFiles {

    private ScriptFiles() {}

    /** Starts the daemon of a node by its configuration. */
    static Router start(Lab lab, String node) {
        return lab.start(node, configuration(lab, node));
    }

    static Path configuration(Lab lab, String node) {
        return Labs.edited(lab, node, text -> placed(lab, node, text));
    }

    static String placed(Lab lab, String node, String text) {
        return text.replace("FOLDER", lab.node(node).folder().toString());
    }

    /** Copies a script of the lab to a node. */
    static void copy(Lab lab, String node, String script) {
        try {
            write(lab, node, script, Files.readString(lab.file(script)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path write(Lab lab, String node, String script, String text) {
        try {
            Path file = lab.node(node).folder().resolve(script);
            Files.writeString(file, placed(lab, node, text));
            return Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
