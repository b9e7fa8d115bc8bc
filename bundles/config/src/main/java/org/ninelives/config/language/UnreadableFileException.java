package org.ninelives.config.language;

/**
 * A file is there but cannot be read; the message is the reason as the operator should see it after
 * the name of the file: {@code cannot be read: permission denied}.
 */
public final class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
