package org.ninelives.launcher.dropin;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of bundles: what lies in it is installed and started, what is written anew is updated,
 * and what goes is uninstalled. A file or folder that others can write to is refused. For one
 * thread.
 */
public final class DropInFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DropInFolder.class);

    private final BundleContext context;
    private final Path folder;
    private final Map<Path, DropIn> known = new TreeMap<>();
    private String complaint = "";

    /** Looks at nothing yet; there need not be such a folder. */
    public DropInFolder(BundleContext context, Path folder) {
        this.context = context;
        this.folder = folder.toAbsolutePath();
    }

    /**
     * Follows what has changed since the last time.
     *
     * @param atOnce whether a file need not be the same for two looks
     */
    public void look(boolean atOnce) {
        Set<Path> files = files();
        boolean changed = removeAllBut(files);
        for (Path file : files) {
            changed |= known.computeIfAbsent(file, DropIn::new).look(context, atOnce);
        }
        if (changed) {
            // Lets go of the code of those that went or were updated, should others still use it.
            context.getBundle(0).adapt(FrameworkWiring.class).refreshBundles(null);
            // All of them: one may have waited for what another brings.
            known.values().forEach(DropIn::start);
        }
    }

    private boolean removeAllBut(Set<Path> files) {
        boolean changed = false;
        Iterator<Map.Entry<Path, DropIn>> entries = known.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<Path, DropIn> entry = entries.next();
            if (!files.contains(entry.getKey())) {
                entries.remove();
                entry.getValue().remove();
                changed = true;
            }
        }
        return changed;
    }

    private Set<Path> files() {
        Set<Path> files = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
            jars.forEach(files::add);
            tell("");
        } catch (IOException e) {
            files.addAll(known.keySet());
            tell(reason(e));
        } catch (DirectoryIteratorException e) {
            files.addAll(known.keySet());
            tell(reason(e.getCause()));
        }
        return files;
    }

    /** Once, and not at each look; "" when there is nothing to complain of. */
    private void tell(String reason) {
        if (reason.equals(complaint)) {
            return;
        }
        complaint = reason;
        if (reason.isEmpty()) {
            LOG.info("{} can be read again", folder);
        } else {
            LOG.error("{} cannot be read: {}; its bundles stay as they are", folder, reason);
        }
    }

    private static String reason(IOException failure) {
        return failure instanceof FileSystemException refused && refused.getReason() != null
                ? refused.getReason()
                : failure.getMessage();
    }
}
