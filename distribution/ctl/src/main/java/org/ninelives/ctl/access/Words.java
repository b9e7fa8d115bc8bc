package org.ninelives.ctl.access;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Failures as people say them. */
public final class Words {

    private Words() {}

    /** The innermost reason, which is the one that can be mended. */
    public static String reason(IOException failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return switch (innermost) {
            case NoSuchFileException absent -> "there is no such file";
            case AccessDeniedException denied -> "permission denied";
            default ->
                    innermost.getMessage() == null
                            ? innermost.getClass().getSimpleName()
                            : innermost.getMessage();
        };
    }
}
