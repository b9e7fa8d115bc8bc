package org.ninelives.config.language;

/** Takes comments away: from {@code #} or {@code !} to the end of the line. */
final class Comments {

    private Comments() {}

    /**
     * The line without comment and without blanks at both ends. Double quotes protect the comment
     * characters; so does a backslash, which goes away.
     */
    static String strip(String line) {
        StringBuilder kept = new StringBuilder();
        boolean quoted = false;
        int from = 0;
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (Text.isEscape(line, at)) {
                char escaped = line.charAt(at + 1);
                if (!quoted && (escaped == '#' || escaped == '!')) {
                    kept.append(line, from, at);
                    from = at + 1;
                }
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '#' || c == '!')) {
                break;
            }
            at++;
        }
        return kept.isEmpty()
                ? Text.trim(line, from, at)
                : Text.trim(kept.append(line, from, at).toString());
    }
}
