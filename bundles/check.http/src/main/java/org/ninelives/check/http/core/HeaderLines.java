package org.ninelives.check.http.core;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a header, which end with LF, or CR and LF. */
final class HeaderLines {

    /** RFC 9112 section 5.2: a field may go on in the next line. */
    private static final Pattern FOLDED_LINE = Pattern.compile("\r?\n[ \t]+");

    private final String text;

    /** Of this text, with or without an empty line at its end. */
    HeaderLines(String text) {
        boolean isFolded = text.contains("\n ") || text.contains("\n\t");
        this.text = isFolded ? FOLDED_LINE.matcher(text).replaceAll(" ") : text;
    }

    /** The first line, which is no field. */
    String first() {
        return text.substring(0, endWithoutReturn(0, end(0)));
    }

    /** All elements of all fields of a name, in order; what has no colon is no field. */
    List<String> elements(String name) {
        List<String> elements = new ArrayList<>(1);
        int begin = end(0) + 1;
        while (begin < text.length()) {
            int end = end(begin);
            int colon = text.indexOf(':', begin, end);
            if (colon >= 0 && isName(begin, colon, name)) {
                add(text.substring(colon + 1, end), elements);
            }
            begin = end + 1;
        }
        return elements;
    }

    private boolean isName(int begin, int colon, String name) {
        int end = colon;
        while (end > begin && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return end - begin == name.length()
                && text.regionMatches(true, begin, name, 0, name.length());
    }

    private static void add(String value, List<String> elements) {
        for (String element : value.split(",", -1)) {
            String stripped = element.strip();
            if (!stripped.isEmpty()) {
                elements.add(stripped);
            }
        }
    }

    private int end(int begin) {
        int end = text.indexOf('\n', begin);
        return end < 0 ? text.length() : end;
    }

    private int endWithoutReturn(int begin, int end) {
        return end > begin && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }
}
