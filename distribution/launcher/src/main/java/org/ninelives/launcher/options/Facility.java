package org.ninelives.launcher.options;

/**
 * A facility of the system log.
 *
 * @param code as in RFC 5424 table 1: 1 user, 3 daemon, 16 to 23 local0 to local7
 */
public record Facility(int code) {

    public static final Facility DAEMON = new Facility(3);

    private static final Facility USER = new Facility(1);
    private static final int LOCAL0 = 16;

    /**
     * Reads {@code 0}..{@code 7}, {@code local0}..{@code local7}, {@code user} or {@code daemon}.
     */
    static Facility of(String text) throws UsageException {
        if (text.equals("user")) {
            return USER;
        }
        if (text.equals("daemon")) {
            return DAEMON;
        }
        String digit = text.startsWith("local") ? text.substring("local".length()) : text;
        if (digit.length() == 1 && digit.charAt(0) >= '0' && digit.charAt(0) <= '7') {
            return new Facility(LOCAL0 + digit.charAt(0) - '0');
        }
        throw new UsageException(
                "log facility '" + text + "' is none of 0-7, local0-local7, user, daemon");
    }
}
