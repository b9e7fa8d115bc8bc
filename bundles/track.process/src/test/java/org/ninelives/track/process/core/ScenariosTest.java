package org.ninelives.track.process.core;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ninelives.testkit.Scenarios;

/** The stories of this bundle, by {@link Scenarios}. */
class ScenariosTest {

    @TestFactory
    Stream<DynamicTest> scenarios() throws IOException {
        return Scenarios.tests(ScenariosTest::newWorld);
    }

    private static Scenarios.World newWorld() {
        ScenarioWorld world = new ScenarioWorld();
        return new Scenarios.World(world::perform, world::takeTranscript);
    }
}
