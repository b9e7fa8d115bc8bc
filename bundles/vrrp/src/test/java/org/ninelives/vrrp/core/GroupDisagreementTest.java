package org.ninelives.vrrp.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Members of a sync group should have one priority. Where they do not, one node may be the better
 * one on one link and the other on the other link: after a split each yields to the other, and both
 * groups start over. An advert tells the priority of one member only, so that no node can compare
 * groups as a whole; and a member that did not yield to a better master would leave two masters for
 * good. So it is settled as keepalived does it: by who is the first to claim, which the other
 * follows on the link where it is weaker.
 */
class GroupDisagreementTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void nodesThatAreBetterOnOneLinkEachSettleAfterASplit() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            SimulatedLan lan = new SimulatedLan(seed, random, 0);
            SimulatedNode left = node(lan);
            SimulatedNode right = node(lan);
            left.start(0);
            right.start(random.nextLong(SECOND));
            lan.run(SECOND);
            prefer(left, 150, 100);
            prefer(right, 100, 150);
            setApart(lan, true);
            lan.run(20 * SECOND + random.nextLong(SECOND));
            assertThat(List.of(left, right)).allMatch(GroupDisagreementTest::isMaster);

            setApart(lan, false);
            lan.run(120 * SECOND);

            assertThat(isMaster(left)).as("seed %d", seed).isNotEqualTo(isMaster(right));
        }
    }

    private static SimulatedNode node(SimulatedLan lan) {
        Random nothingTracked =
                new Random() {
                    @Override
                    public int nextInt(int bound) {
                        return 0;
                    }
                };
        return new SimulatedNode(lan, nothingTracked, 2, RouterSettings.of(2, 100, SECOND));
    }

    private static void prefer(SimulatedNode node, int onFirstLink, int onSecondLink) {
        node.routers().getFirst().grant(SECOND, onFirstLink);
        node.routers().getLast().grant(SECOND, onSecondLink);
    }

    private static void setApart(SimulatedLan lan, boolean apart) {
        for (SimulatedRouter from : lan.routers()) {
            lan.routers().forEach(to -> lan.cut(from.id(), to.id(), apart));
        }
    }

    private static boolean isMaster(SimulatedNode node) {
        return node.routers().stream().allMatch(SimulatedRouter::isMaster);
    }
}
