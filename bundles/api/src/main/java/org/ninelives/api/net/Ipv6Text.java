package org.ninelives.api.net;

/**
 * IPv6 addresses as RFC 5952 section 4 writes them: lower case, no leading zeros, the longest run
 * of zeros as {@code ::}.
 */
final class Ipv6Text {

    private static final int GROUPS = 8;

    private Ipv6Text() {}

    static String format(long high, long low) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            long half = i < GROUPS / 2 ? high : low;
            groups[i] = (int) (half >>> (48 - 16 * (i % 4)) & 0xffff);
        }
        int runStart = -1;
        int runLength = 1; // RFC 5952 section 4.2.2: a single zero group is not shortened.
        for (int start = 0; start < GROUPS; start++) {
            int length = 0;
            while (start + length < GROUPS && groups[start + length] == 0) {
                length++;
            }
            if (length > runLength) {
                runStart = start;
                runLength = length;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (i == runStart) {
                text.append("::");
                i += runLength - 1;
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
