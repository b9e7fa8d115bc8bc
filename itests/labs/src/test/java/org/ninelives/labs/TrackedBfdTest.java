package org.ninelives.labs;

import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** Routers that follow a BFD session with a gateway: by a weight, and by fault. */
@LabTest
@ExtendWith(Evidence.class)
class TrackedBfdTest {
    private static final List<String> ADDRESSES = List.of("10.0.0.44", "10.0.0.45");

    @EachPairing
    void aLostNeighbourMovesEachAndItsReturnMovesThemBack(Pairing pairing) {
        try (Lab lab = Labs.open("track-bfd", pairing)) {
            Router gateway = lab.start("c");
            Router a = lab.start("a");
            a.log().await("Entering Up state");
            lab.await("a owns both", () -> owns(a, 2));
            Router b = lab.start("b");
            b.log().await(2, "Entering BACKUP STATE");
            lab.awaitBackup(b, a);

            gateway.kill9();
            lab.await("both moved to b", () -> owns(b, 2) && owns(a, 0));
            a.log().await("(weighted) Changing effective priority from 100 to 80");
            a.log().await("(fault) Entering FAULT STATE");

            lab.start("c");
            lab.await("both came back to a", () -> owns(a, 2) && owns(b, 0));
            a.log().await("(weighted) Changing effective priority from 80 to 100");
        }
    }

    private static boolean owns(Router router, int number) {
        return router.node().ownedOf(ADDRESSES).size() == number;
    }
}
