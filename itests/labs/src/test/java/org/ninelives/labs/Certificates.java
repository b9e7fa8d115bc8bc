package org.ninelives.labs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes authorities and what they sign, by openssl(1), in the folder of a node. */
final class Certificates {
    private static final List<String> NEW_KEY =
            List.of(
                    "openssl",
                    "req",
                    "-x509",
                    "-newkey",
                    "ec",
                    "-pkeyopt",
                    "ec_paramgen_curve:prime256v1",
                    "-nodes",
                    "-days",
                    "10");

    private final Node node;

    Certificates(Node node) {
        this.node = node;
    }

    /** Makes NAME.pem and NAME.key for one who may sign. */
    void authority(String name) {
        make(name, name, List.of());
    }

    /** Makes FILE.pem and FILE.key, signed by an authority. */
    void signed(String authority, String file, String name) {
        make(
                file,
                name,
                List.of(
                        "-CA",
                        file(authority, ".pem"),
                        "-CAkey",
                        file(authority, ".key"),
                        "-addext",
                        "basicConstraints=CA:FALSE",
                        "-addext",
                        "subjectAltName=DNS:" + name));
    }

    private void make(String file, String name, List<String> more) {
        List<String> command = new ArrayList<>(NEW_KEY);
        command.addAll(List.of("-subj", "/CN=" + name));
        command.addAll(List.of("-out", file(file, ".pem"), "-keyout", file(file, ".key")));
        command.addAll(more);
        Finished finished = node.run(command, "");
        if (finished.status() != 0) {
            throw new IllegalStateException("openssl " + finished);
        }
    }

    private String file(String name, String suffix) {
        return path(name + suffix).toString();
    }

    /** A file of the folder. */
    Path path(String name) {
        return node.folder().resolve(name);
    }
}
