package org.ninelives.api.configuration;

/**
 * A section could not apply its configuration at all; the message tells the operator why and what
 * to do.
 */
public final class ApplyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean permissionMissing;

    public ApplyException(String message, boolean permissionMissing, Throwable cause) {
        super(message, cause);
        this.permissionMissing = permissionMissing;
    }

    /** Whether a privilege of the process is missing, which has an exit status of its own. */
    public boolean isPermissionMissing() {
        return permissionMissing;
    }
}
