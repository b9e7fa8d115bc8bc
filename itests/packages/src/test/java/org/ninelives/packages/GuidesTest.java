package org.ninelives.packages;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.labs.Guide;

/** Whoever does what the README and the guides say gets what they promise, on two machines. */
@PackageTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuidesTest {
    /** The others begin where this one has ended: with the package installed. */
    private static final String FIRST = "getting-started.md";

    private PairScene scene;

    @BeforeAll
    void boot() {
        scene = new PairScene();
    }

    @AfterAll
    void close() {
        if (scene != null) {
            scene.close();
        }
    }

    Stream<Guide> guides() {
        String only = System.getProperty("guides", ".*");
        return GuidePages.all().stream()
                .map(Guide::read)
                .filter(guide -> guide.scene().equals("pair"))
                .filter(guide -> guide.name().equals(FIRST) || guide.name().matches(only))
                .sorted(Comparator.comparing(guide -> !guide.name().equals(FIRST)));
    }

    @ParameterizedTest
    @MethodSource("guides")
    void theyAreTrue(Guide guide) {
        scene.play(guide);
    }
}
