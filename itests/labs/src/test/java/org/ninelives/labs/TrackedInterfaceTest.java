package org.ninelives.labs;

import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** Routers that follow the link of another interface: by a weight, up or down, and by fault. */
@LabTest
@ExtendWith(Evidence.class)
class TrackedInterfaceTest {
    private static final List<String> ADDRESSES = List.of("10.0.0.44", "10.0.0.45", "10.0.0.46");

    @EachPairing
    void aLostLinkMovesEachAndItsReturnMovesThemBack(Pairing pairing) {
        try (Lab lab = Labs.open("trackers", pairing)) {
            Router a = lab.start("a");
            lab.await("a owns all", () -> owns(a, 3));
            Router b = lab.start("b");
            b.log().await(3, "Entering BACKUP STATE");
            lab.awaitBackup(b, a);

            lab.cut("a", "eth1");
            lab.await("all moved to b", () -> owns(b, 3) && owns(a, 0));
            a.log().await("(loss) Changing effective priority from 100 to 80");
            a.log().await("(gain) Changing effective priority from 100 to 70");
            a.log().await("(fault) Entering FAULT STATE");

            lab.mend("a", "eth1");
            lab.await("all came back to a", () -> owns(a, 3) && owns(b, 0));
            a.log().await("(loss) Changing effective priority from 80 to 100");
            a.log().await("(gain) Changing effective priority from 70 to 100");
        }
    }

    private static boolean owns(Router router, int number) {
        return router.node().ownedOf(ADDRESSES).size() == number;
    }
}
