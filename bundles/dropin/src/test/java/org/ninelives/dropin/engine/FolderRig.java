package org.ninelives.dropin.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.Felix;
import org.ninelives.api.management.BundleFileStatus;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/** A folder that is watched, and a framework. */
public final class FolderRig implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    public final Path folder;
    public final Felix framework;
    public final Installer installer;
    public final FolderWatch watch;
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();

    public FolderRig(Path base, boolean checksumsRequired) throws IOException, BundleException {
        folder = Files.createDirectory(base.resolve("bundles.d"));
        chmod(folder, "rwxr-xr-x");
        chmod(base, "rwxr-xr-x");
        Activators.take();
        Map<String, Object> settings = new HashMap<>();
        settings.put(Constants.FRAMEWORK_STORAGE, base.resolve("storage").toString());
        settings.put("felix.service.urlhandlers", "false");
        framework = new Felix(settings);
        framework.start();
        installer =
                new Installer(
                        framework.getBundleContext(),
                        folder,
                        Checksums.in(folder, checksumsRequired),
                        Files.createDirectory(base.resolve("copies")));
        watch = new FolderWatch(folder, installer, (bad, text) -> told.add(text));
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    public static void chmod(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    /** Looks for the first time, or once more, and waits until that is through. */
    public void look() throws Exception {
        watch.lookNow().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    public void start() throws Exception {
        watch.start().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    public BundleFileStatus status(String file) {
        return watch.files().stream()
                .filter(status -> status.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + file + " in " + watch.files()));
    }

    public String state(String file) {
        return status(file).state();
    }

    /** The next thing told; waits for it. */
    public String told() throws InterruptedException {
        String text = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("nothing was told");
        }
        return text;
    }

    /** Waits until something is told that begins like this. */
    void awaitTold(String beginning) throws InterruptedException {
        String text = told();
        while (!text.startsWith(beginning)) {
            text = told();
        }
    }

    /** What was told and not looked at. */
    public List<String> toldSince() {
        List<String> all = new ArrayList<>();
        told.drainTo(all);
        return all;
    }

    @Override
    public void close() throws BundleException {
        watch.close();
        framework.stop();
        try {
            framework.waitForStop(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
