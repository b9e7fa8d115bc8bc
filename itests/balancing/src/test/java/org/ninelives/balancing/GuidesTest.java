package org.ninelives.balancing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.labs.Guide;

/** Whoever does what the guides about LVS say gets what they promise. */
@IpvsTest
class GuidesTest {
    private static final Path FOLDER = Path.of("../../distribution/doc/guide");

    static List<Guide> guides() throws IOException {
        try (Stream<Path> pages = Files.list(FOLDER)) {
            return pages.filter(page -> page.toString().endsWith(".md"))
                    .map(Guide::read)
                    .filter(guide -> guide.scene().startsWith("balancing-"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void theyAreTrue(Guide guide) {
        try (BalancingScene scene = BalancingScene.open(guide.scene())) {
            scene.play(guide);
        }
    }
}
