package org.ninelives.check.engine;

/** What is counted of all checks with one keyword. For one thread. */
final class KeywordCounts {

    private long ended;
    private long failures;
    private long faults;
    private int underWay;
    private int leftBehind;
    private String lastFault = "";

    void addStart() {
        underWay++;
    }

    void addEnd(Outcome outcome) {
        underWay--;
        ended++;
        switch (outcome.kind()) {
            case FOUND -> failures += outcome.isPassed() ? 0 : 1;
            case FAULT -> {
                failures++;
                faults++;
                lastFault = outcome.result().reason();
            }
            case NOT_MADE, HINDERED -> {}
        }
    }

    void addLeftBehind() {
        leftBehind++;
    }

    void removeLeftBehind() {
        leftBehind--;
    }

    /** Looks that have ended. */
    long ended() {
        return ended;
    }

    /** Those of them that did not pass. */
    long failures() {
        return failures;
    }

    /** Those of them in which the checker itself failed. */
    long faults() {
        return faults;
    }

    /** Looks that have not ended, those left behind included. */
    int underWay() {
        return underWay;
    }

    /** Looks that have not ended although they were told to. */
    int leftBehind() {
        return leftBehind;
    }

    /** How the checker failed last; empty if it never did. */
    String lastFault() {
        return lastFault;
    }
}
