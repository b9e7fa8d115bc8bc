package org.ninelives.vrrp.core;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a router and with the other members of its sync group. */
final class Faults {

    private List<Fault> own = List.of();
    private List<Fault> ofCompanions = List.of();
    private List<Fault> all = List.of();

    List<Fault> own() {
        return own;
    }

    void setOwn(List<Fault> faults) {
        own = faults;
        join();
    }

    /** Whether these are other ones than before. */
    boolean setOfCompanions(List<Fault> faults) {
        boolean different = !faults.equals(ofCompanions);
        ofCompanions = faults;
        join();
        return different;
    }

    /** The own ones first. */
    List<Fault> all() {
        return all;
    }

    boolean exist() {
        return !all.isEmpty();
    }

    /** Whether something is known to be bad, and not only awaited. */
    boolean areReal() {
        return all.stream().anyMatch(Fault::isReal);
    }

    String words() {
        return String.join(", ", all.stream().map(Fault::words).toList());
    }

    private void join() {
        List<Fault> joined = new ArrayList<>(own);
        joined.addAll(ofCompanions);
        all = List.copyOf(joined);
    }
}
