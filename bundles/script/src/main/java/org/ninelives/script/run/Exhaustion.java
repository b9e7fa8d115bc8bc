package org.ninelives.script.run;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a process could not be had because this machine has run out of something. */
final class Exhaustion {

    /** The JDK tells the error number in its message alone; newer ones with a colon. */
    private static final Pattern ERROR = Pattern.compile("\\berror[=:] ?(\\d+)\\b");

    /** EAGAIN (too many processes), ENOMEM, ENFILE and EMFILE of asm-generic/errno-base.h. */
    private static final Set<String> NUMBERS = Set.of("11", "12", "23", "24");

    private Exhaustion() {}

    static boolean isToldBy(IOException e) {
        Matcher error = ERROR.matcher(String.valueOf(e.getMessage()));
        return error.find() && NUMBERS.contains(error.group(1));
    }
}
