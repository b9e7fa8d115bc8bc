package org.ninelives.linux.netlink;

/** Bytes that are no netlink message: a length that does not fit, a value of the wrong size. */
public final class NetlinkFormatException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * A complaint.
     *
     * @param message what does not fit
     */
    public NetlinkFormatException(String message) {
        super(message);
    }
}
