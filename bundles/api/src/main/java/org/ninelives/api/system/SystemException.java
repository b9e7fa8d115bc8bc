package org.ninelives.api.system;

import java.util.Set;

/**
 * The kernel refused something; the message names the call, the object, the errno, and what to do
 * where that is known.
 */
public final class SystemException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Each of them also where waiting, or raising a limit, would help. */
    private static final Set<String> EXHAUSTION =
            Set.of("EMFILE", "ENFILE", "ENOMEM", "ENOBUFS", "ENOSPC", "EAGAIN");

    private final String errno;

    /**
     * A refusal.
     *
     * @param what call and object: {@code RTM_NEWADDR 10.0.0.5/24 on eth0}
     * @param errno name of the error, such as {@code EPERM}
     * @param hint what the operator can do, or empty
     */
    public SystemException(String what, String errno, String hint) {
        super(hint.isEmpty() ? what + ": " + errno : what + ": " + errno + " (" + hint + ")");
        this.errno = errno;
    }

    /**
     * A refusal for which there are better words than the name of an errno.
     *
     * @param message all that the operator needs to know
     * @param errno name of the error, such as {@code EPERM}
     */
    public SystemException(String message, String errno) {
        super(message);
        this.errno = errno;
    }

    /** The name of the error, such as {@code EPERM}, as in errno(3). */
    public String errno() {
        return errno;
    }

    /** Whether the process lacks a right: EPERM or EACCES. */
    public boolean isPermissionMissing() {
        return errno.equals("EPERM") || errno.equals("EACCES");
    }

    /** Whether the machine has run out of something, as with {@link ExhaustedException}. */
    public boolean isExhaustion() {
        return EXHAUSTION.contains(errno);
    }
}
