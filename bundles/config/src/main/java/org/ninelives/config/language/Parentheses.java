package org.ninelives.config.language;

import java.util.ArrayList;
import java.util.List;

/** Finds brackets that belong together, and cuts what is between them at its commas. */
final class Parentheses {

    private Parentheses() {}

    /**
     * Where the bracket that opens at this place is closed, or -1; brackets of its kind may stand
     * in it, and double quotes protect others.
     */
    static int closing(String text, int open) {
        char opens = text.charAt(open);
        char closes = opens == '(' ? ')' : '}';
        boolean quoted = false;
        int depth = 0;
        for (int at = open; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Text.isEscape(text, at)) {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == opens) {
                depth++;
            } else if (!quoted && c == closes && --depth == 0) {
                return at;
            }
        }
        return -1;
    }

    static boolean isTuple(String item) {
        return item.startsWith("{") && closing(item, 0) == item.length() - 1;
    }

    /** The members of <code>{a,b}</code>. */
    static List<String> members(String tuple) {
        return split(tuple.substring(1, tuple.length() - 1));
    }

    /** Cuts at commas outside braces and double quotes; blanks around them do not count. */
    static List<String> split(String list) {
        List<String> items = new ArrayList<>();
        boolean quoted = false;
        int depth = 0;
        int from = 0;
        for (int at = 0; at < list.length(); at++) {
            char c = list.charAt(at);
            if (Text.isEscape(list, at)) {
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '{') {
                depth++;
            } else if (!quoted && c == '}') {
                depth--;
            } else if (!quoted && c == ',' && depth <= 0) {
                items.add(Text.trim(list, from, at));
                from = at + 1;
            }
        }
        items.add(Text.trim(list, from, list.length()));
        return items;
    }
}
