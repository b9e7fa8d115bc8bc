package org.ninelives.management;

/** A door. */
final class Door implements DoorMXBean {

    private static final int DEGREES_MAX = 180;

    private int angle;
    private boolean locked;
    private long looks;

    /** What no client has ever heard of. */
    private static final class StuckException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StuckException() {
            super("it holds");
        }
    }

    @Override
    public String getState() {
        return angle == 0 ? "CLOSED" : "OPEN";
    }

    @Override
    public int getAngle() {
        return angle;
    }

    @Override
    public long getTimesLookedAt() {
        return ++looks;
    }

    @Override
    public boolean isLocked() {
        return locked;
    }

    @Override
    public void setLocked(boolean locked) {
        this.locked = locked;
    }

    @Override
    public int open(int degrees, String note, String password) {
        if (degrees < 0 || degrees > DEGREES_MAX) {
            throw new IllegalArgumentException(degrees + " is not in 0..180");
        }
        int before = angle;
        angle = degrees;
        return before;
    }

    @Override
    public void shut() {
        angle = 0;
    }

    @Override
    public Report lockUp() {
        return new Report("REFUSED", 2);
    }

    @Override
    public void kick() {
        throw new StuckException();
    }

    @Override
    public String look() {
        return "a door";
    }
}
