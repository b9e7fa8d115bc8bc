package org.ninelives.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The connections to servers that were captured: each is a look at one of them. */
final class Looks implements Sight {

    private final Servers servers;
    private final Rhythm rhythm;

    /** All times of some servers. */
    private final Map<Integer, List<Long>> remembered = new HashMap<>();

    Looks(Servers servers) {
        this(servers, new Rhythm(servers.count()));
    }

    private Looks(Servers servers, Rhythm rhythm) {
        this.servers = servers;
        this.rhythm = rhythm;
    }

    /** What is seen from now on, with gaps of this time alone: nanoseconds since 1970 UTC. */
    Looks goneOn(long from, long to) {
        return new Looks(servers, rhythm.goneOn(from, to));
    }

    /** What is seen from now on, with all times of these servers. */
    Looks rememberingAll(List<Integer> numbers) {
        Looks later = new Looks(servers, new Rhythm(servers.count()));
        numbers.forEach(number -> later.remembered.put(number, new ArrayList<>()));
        return later;
    }

    Rhythm rhythm() {
        return rhythm;
    }

    /** Whether each server has been looked at. */
    boolean isComplete() {
        return rhythm.heard() == servers.count();
    }

    /** When a remembered server was looked at last before that time. */
    long lastBefore(int number, long nanos) throws NotSeenException {
        return remembered.get(number).stream()
                .filter(time -> time <= nanos)
                .reduce((earlier, later) -> later)
                .orElseThrow(
                        () ->
                                new NotSeenException(
                                        servers.addressOf(number)
                                                + " was removed without having been looked at"));
    }

    @Override
    public void connection(long nanos, int address) {
        int number = servers.numberOf(address);
        if (number >= 0) {
            rhythm.advert(number, nanos);
            if (remembered.containsKey(number)) {
                remembered.get(number).add(nanos);
            }
        }
    }

    @Override
    public void advert(long nanos, int source, int vrid, int priority) {}

    @Override
    public void announcement(long nanos, int address, boolean own) {}
}
