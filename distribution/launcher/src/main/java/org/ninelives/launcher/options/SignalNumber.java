package org.ninelives.launcher.options;

/** The signals scripts send to the daemon, by the names {@code --signum} knows. */
enum SignalNumber {
    STOP(15),
    RELOAD(1),
    DATA(10),
    STATS(12);

    private final int number;

    SignalNumber(int number) {
        this.number = number;
    }

    static int of(String name) throws UsageException {
        for (SignalNumber signal : values()) {
            if (signal.name().equals(name)) {
                return signal.number;
            }
        }
        throw new UsageException("signal '" + name + "' is none of STOP, RELOAD, DATA, STATS");
    }
}
