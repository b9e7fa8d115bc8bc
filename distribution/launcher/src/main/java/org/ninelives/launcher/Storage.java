package org.ninelives.launcher;

import java.io.File;
import java.nio.file.Files;

/**
 * The container's working folder: made for one run and removed after it. It only names the bundles,
 * which stay where they are.
 */
final class Storage {

    private static final String PREFIX = "ninelives-";
    private static final File PROCESSES = new File("/proc");

    private Storage() {}

    /**
     * A new folder under the first parent that can be written, named after the process. Folders of
     * processes that were killed are removed on the way.
     *
     * @throws IllegalStateException if there is no such parent
     */
    static File create(long pid, File... parents) {
        String tried = "";
        for (File parent : parents) {
            tried += " " + parent;
            removeLeftOvers(parent);
            File folder = new File(parent, PREFIX + pid);
            remove(folder);
            if (folder.mkdir()) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder for temporary files can be made under" + tried);
    }

    /** Removes a folder with all that is in it; does not follow symbolic links. */
    static void remove(File file) {
        if (!Files.isSymbolicLink(file.toPath())) {
            File[] children = file.listFiles();
            for (int i = 0; children != null && i < children.length; i++) {
                remove(children[i]);
            }
        }
        file.delete();
    }

    private static void removeLeftOvers(File parent) {
        String[] names = parent.list();
        for (int i = 0; names != null && i < names.length; i++) {
            if (isLeftOver(names[i])) {
                remove(new File(parent, names[i]));
            }
        }
    }

    private static boolean isLeftOver(String name) {
        if (!name.startsWith(PREFIX) || name.length() == PREFIX.length()) {
            return false;
        }
        for (int i = PREFIX.length(); i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return !new File(PROCESSES, name.substring(PREFIX.length())).exists();
    }
}
