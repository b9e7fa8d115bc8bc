package org.ninelives.labs;

import java.util.Random;
import java.util.stream.Stream;

/**
 * Packets for the lab {@code attack}, none of them a right one: half are adverts with a wrong
 * password, often with priority 255 or 0; a quarter are such adverts with some octets changed; a
 * quarter are random octets. Most go to the group, some to one node.
 */
final class PacketStorm {
    private static final int[] PRIORITIES = {255, 0, 254, 100, 1};
    private static final int OCTETS_MAX = 200;
    private static final int CHANGES_MAX = 3;

    private final Random random;
    private final Node target;

    /**
     * A storm.
     *
     * @param seed the same storm for the same seed
     * @param target who is sent to alone at times
     */
    PacketStorm(long seed, Node target) {
        random = new Random(seed);
        this.target = target;
    }

    /** That many packets, as frames: others each time they are read. */
    Iterable<byte[]> packets(long number) {
        return () -> Stream.generate(this::packet).limit(number).iterator();
    }

    private byte[] packet() {
        Forgery forgery = new Forgery().password("guess").from("10.0.0." + random.nextInt(60, 250));
        if (random.nextInt(8) == 0) {
            forgery.to(target);
        }
        if (random.nextInt(16) == 0) {
            forgery.timeToLive(random.nextInt(1, 256));
        }
        switch (random.nextInt(4)) {
            case 0 -> forgery.message(octets());
            case 1 -> change(forgery);
            default -> forgery.set(Forgery.PRIORITY, priority()).sum();
        }
        return forgery.frames().getFirst();
    }

    private byte[] octets() {
        byte[] octets = new byte[random.nextInt(OCTETS_MAX)];
        random.nextBytes(octets);
        return octets;
    }

    /** The guessed password differs in five octets, so that changes do not make it right. */
    private void change(Forgery forgery) {
        for (int i = random.nextInt(CHANGES_MAX); i >= 0; i--) {
            forgery.set(random.nextInt(Forgery.PASSWORD + 8), random.nextInt(256));
        }
        if (random.nextBoolean()) {
            forgery.sum();
        }
    }

    private int priority() {
        return PRIORITIES[random.nextInt(PRIORITIES.length)];
    }
}
