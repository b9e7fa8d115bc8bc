package org.ninelives.check.http.genhash;

/** Bytes for people, sixteen in a line: place, hexadecimal digits, characters. */
final class HexDump {

    private static final int WIDTH = 16;

    private HexDump() {}

    /** The lines, each with its end. */
    static String of(byte[] bytes) {
        StringBuilder dump = new StringBuilder();
        for (int start = 0; start < bytes.length; start += WIDTH) {
            dump.append("%04d  ".formatted(start));
            StringBuilder characters = new StringBuilder();
            for (int i = start; i < start + WIDTH; i++) {
                boolean there = i < bytes.length;
                dump.append(there ? "%02x ".formatted(bytes[i]) : "   ");
                characters.append(there ? character(bytes[i]) : ' ');
                if (i == start + WIDTH / 2 - 1) {
                    dump.append("- ");
                }
            }
            dump.append("  ").append(characters).append('\n');
        }
        return dump.toString();
    }

    private static char character(byte b) {
        return b >= ' ' && b <= '~' ? (char) b : '.';
    }
}
