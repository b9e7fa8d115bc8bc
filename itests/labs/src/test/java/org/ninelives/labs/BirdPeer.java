package org.ninelives.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** BIRD as the other end of a BFD session. */
final class BirdPeer implements BfdPeer {
    private final Lab lab;
    private final Node node;
    private final Path configuration;
    private final String socket;
    private final Process process;

    BirdPeer(Lab lab) {
        this.lab = lab;
        node = lab.node("b");
        configuration = node.folder().resolve("bird.conf");
        socket = node.folder().resolve("bird.ctl").toString();
        write(10);
        process =
                node.start(
                        "bird",
                        List.of(
                                "chrt",
                                "-r",
                                "50",
                                "bird",
                                "-f",
                                "-c",
                                configuration.toString(),
                                "-s",
                                socket));
    }

    private void write(int millis) {
        try {
            String text = Files.readString(lab.file("bird.conf"));
            Files.writeString(configuration, text.replace(" 10 ms", " " + millis + " ms"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void setInterval(int millis) {
        write(millis);
        node.run(List.of("birdc", "-s", socket, "configure"), "");
    }

    @Override
    public void kill() {
        process.destroyForcibly();
    }
}
