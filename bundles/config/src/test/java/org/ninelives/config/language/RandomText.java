package org.ninelives.config.language;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Texts that look a little like configurations, and bytes that do not. */
final class RandomText {

    private static final List<String> PIECES =
            List.of(
                    "a",
                    "vrrp_instance",
                    "VI_1",
                    " ",
                    " ",
                    "\t",
                    "{",
                    "}",
                    "{ ",
                    " }",
                    "\"",
                    "\"x y\"",
                    "'",
                    "#",
                    "!",
                    "\\",
                    "\\#",
                    "\\\"",
                    "\\\\",
                    "@",
                    "@one ",
                    "@^two ",
                    "$A",
                    "${A}",
                    "$B=",
                    "$A=",
                    "${_RANDOM}",
                    "${_HASH}",
                    "${_BANG}",
                    "${_ENV KWADDR}",
                    "${",
                    "$",
                    "~SEQ(i,1,3) $i",
                    "~SEQ(",
                    "~LST({a,b},{1,2}) ${a}",
                    "~",
                    "include ",
                    "include a ",
                    ",",
                    ")",
                    "(",
                    "é",
                    "｛",
                    "“",
                    "\u3000",
                    "😀",
                    "\r",
                    "1.2.3.4/24",
                    "//",
                    ";",
                    "global_defs",
                    "include_check",
                    "=\\",
                    " \\");

    private RandomText() {}

    static String line(Random random) {
        StringBuilder line = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            line.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return line.toString();
    }

    static String[] configuration(Random random) {
        String[] lines = new String[random.nextInt(12)];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = line(random);
        }
        return lines;
    }

    /** A configuration without characters that the language mends. */
    static String[] asciiMarks(Random random) {
        String[] lines = configuration(random);
        for (int i = 0; i < lines.length; i++) {
            lines[i] = lines[i].replaceAll("[｛“\u3000]", "");
        }
        return lines;
    }

    /** The same bytes with some changed, left out, doubled or cut off. */
    static byte[] mutation(byte[] bytes, Random random) {
        byte[] mutated = bytes.clone();
        for (int i = 1 + random.nextInt(8); i > 0 && mutated.length > 1; i--) {
            int at = random.nextInt(mutated.length);
            switch (random.nextInt(4)) {
                case 0 -> mutated[at] = (byte) random.nextInt(256);
                case 1 -> mutated[at] = (byte) "{}\"#!$\\\n@~".charAt(random.nextInt(10));
                case 2 -> mutated[at] = mutated[random.nextInt(mutated.length)];
                default -> mutated = Arrays.copyOf(mutated, at + 1);
            }
        }
        return mutated;
    }
}
