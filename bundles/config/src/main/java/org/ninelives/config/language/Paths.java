package org.ninelives.config.language;

import java.util.ArrayDeque;
import java.util.Deque;

/** File names as text, the same on every machine. */
final class Paths {

    private Paths() {}

    /** The directory a file is in, without the last {@code /}; empty for a bare name. */
    static String directory(String file) {
        int slash = file.lastIndexOf('/');
        return slash == 0 ? "/" : file.substring(0, Math.max(slash, 0));
    }

    /** A name in a directory; an absolute name stays as it is, and so does one in no directory. */
    static String resolve(String directory, String name) {
        if (directory.isEmpty() || name.startsWith("/")) {
            return name;
        }
        return directory.endsWith("/") ? directory + name : directory + "/" + name;
    }

    /** The same path without {@code .}, {@code ..} and doubled slashes, to compare it by. */
    static String normalize(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return (path.startsWith("/") ? "/" : "") + String.join("/", parts);
    }
}
