package org.ninelives.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** FRR as the other end of a BFD session: its daemons zebra and bfdd. */
final class FrrPeer implements BfdPeer {
    private static final Path PROGRAMS = Path.of("/usr/lib/frr");

    private final Node node;

    /** Its sockets and pid files; FRR gives up the rights of root and needs a folder of its own. */
    private final Path folder;

    private final Process bfdd;

    private FrrPeer(Lab lab, Path folder) {
        node = lab.node("b");
        this.folder = folder;
        start("zebra");
        lab.await("zebra listens", () -> Files.exists(folder.resolve("zserv.api")));
        bfdd = start("bfdd", "--bfdctl", folder.resolve("bfdd.sock").toString());
    }

    static FrrPeer start(Lab lab) {
        try {
            Path folder = Files.createTempDirectory("frr");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            Files.createFile(folder.resolve("zebra.conf"));
            Files.copy(
                    lab.file("bfdd.conf"),
                    folder.resolve("bfdd.conf"),
                    StandardCopyOption.REPLACE_EXISTING);
            return new FrrPeer(lab, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(String program, String... more) {
        Stream<String> command =
                Stream.of(
                        "chrt",
                        "-r",
                        "50",
                        PROGRAMS.resolve(program).toString(),
                        "-u",
                        "frr",
                        "-g",
                        "frr",
                        "--vty_socket",
                        folder.toString(),
                        "-z",
                        folder.resolve("zserv.api").toString(),
                        "-i",
                        folder.resolve(program + ".pid").toString(),
                        "-f",
                        folder.resolve(program + ".conf").toString(),
                        "--log",
                        "stdout");
        return node.start(program, Stream.concat(command, Stream.of(more)).toList());
    }

    @Override
    public void setInterval(int millis) {
        Finished finished =
                node.run(
                        List.of(
                                "vtysh",
                                "--vty_socket",
                                folder.toString(),
                                "-c",
                                "configure terminal",
                                "-c",
                                "bfd",
                                "-c",
                                "peer 10.0.0.1 local-address 10.0.0.2 interface eth0",
                                "-c",
                                "receive-interval " + millis,
                                "-c",
                                "transmit-interval " + millis),
                        "");
        if (finished.status() != 0) {
            throw new AssertionError("vtysh " + finished);
        }
    }

    @Override
    public void kill() {
        bfdd.destroyForcibly();
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
