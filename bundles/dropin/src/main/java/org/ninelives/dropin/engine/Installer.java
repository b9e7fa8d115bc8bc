package org.ninelives.dropin.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ninelives.dropin.core.Outcome;
import org.ninelives.dropin.core.Work;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes bundles of files. Its work runs the code of others and may not come back; so each is done
 * on a thread of its own, and nothing here waits for another.
 */
public final class Installer {

    private static final Logger LOG = LoggerFactory.getLogger(Installer.class);

    private final BundleContext context;
    private final Folder folder;
    private final Checksums checksums;
    private final Path storage;
    private final Refresher refresher;
    private final Map<String, Installed> bundles = new ConcurrentHashMap<>();

    /**
     * What a file was made into.
     *
     * @param sha256 the digest of its content
     */
    public record Installed(Bundle bundle, String sha256) {}

    /**
     * Of nothing yet.
     *
     * @param folder where the files are
     * @param storage a folder for copies, where nobody else writes
     */
    public Installer(BundleContext context, Path folder, Checksums checksums, Path storage) {
        this.context = context;
        this.folder = new Folder(folder);
        this.checksums = checksums;
        this.storage = storage;
        refresher = new Refresher(context);
    }

    /** The bundle of a file. */
    public Optional<Installed> installed(String file) {
        return Optional.ofNullable(bundles.get(file));
    }

    /** The bundles by their files. */
    public Map<String, Installed> installed() {
        return Map.copyOf(bundles);
    }

    /** Does the work, and tells how it ended. */
    Outcome run(String file, Work work) {
        try {
            return switch (work) {
                case TAKE -> take(file);
                case STOP -> stop(file);
                case REMOVE -> remove(file);
            };
        } catch (UnusableException e) {
            return e.outcome();
        } catch (NoSuchFileException e) {
            return new Outcome.Incomplete("it has just gone");
        } catch (IOException e) {
            return new Outcome.Passing(Folder.reason(e));
        } catch (BundleException e) {
            return Failure.of(e);
        } catch (RuntimeException | LinkageError e) {
            return new Outcome.Failed(Failure.words(e));
        } catch (OutOfMemoryError e) {
            return new Outcome.Passing(Failure.words(e));
        } catch (InterruptedException e) {
            return new Outcome.Passing("it was interrupted");
        }
    }

    private Outcome take(String file)
            throws IOException, UnusableException, BundleException, InterruptedException {
        Path path = folder.path().resolve(file);
        Optional<String> unsafe = Ownership.objection(path);
        if (unsafe.isPresent()) {
            // It is right again as soon as somebody changes the mode of a directory: nothing tells.
            return new Outcome.Passing(unsafe.get());
        }
        try (PrivateCopy copy = PrivateCopy.of(path, storage)) {
            Optional<String> denied = checksums.objection(file, copy.sha256());
            if (denied.isPresent()) {
                return new Outcome.Passing(denied.get());
            }
            Installed before = bundles.get(file);
            if (before != null && before.sha256().equals(copy.sha256())) {
                return start(before.bundle(), "is started: ");
            }
            String name = JarCheck.symbolicName(copy.path());
            refuseTaken(name, file);
            return before == null || !before.bundle().getSymbolicName().equals(name)
                    ? install(file, copy)
                    : update(file, before.bundle(), copy);
        }
    }

    private void refuseTaken(String name, String file) throws UnusableException {
        for (Bundle other : context.getBundles()) {
            if (!name.equals(other.getSymbolicName())) {
                continue;
            }
            if (Shipped.is(other)) {
                throw UnusableException.refused(
                        "its symbolic name " + name + " is that of a bundle of the product");
            }
            Optional<String> otherFile = fileOf(other);
            if (otherFile.isPresent() && !otherFile.get().equals(file)) {
                throw new UnusableException(
                        new Outcome.Waiting(
                                "its symbolic name "
                                        + name
                                        + " is that of "
                                        + otherFile.get()
                                        + ", which goes on; remove that file, and this one is"
                                        + " used"));
            }
        }
    }

    private Optional<String> fileOf(Bundle bundle) {
        return bundles.entrySet().stream()
                .filter(entry -> entry.getValue().bundle().equals(bundle))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Outcome install(String file, PrivateCopy copy)
            throws IOException, BundleException, InterruptedException {
        if (bundles.containsKey(file)) {
            uninstall(file);
        }
        String location = folder.path().resolve(file).toUri().toString();
        try (InputStream content = Files.newInputStream(copy.path())) {
            Bundle bundle = context.installBundle(location, content);
            bundles.put(file, new Installed(bundle, copy.sha256()));
            return start(bundle, "is started: ");
        }
    }

    private Outcome update(String file, Bundle bundle, PrivateCopy copy)
            throws IOException, BundleException, InterruptedException {
        stop(bundle);
        try (InputStream content = Files.newInputStream(copy.path())) {
            bundle.update(content);
        } catch (BundleException | IOException e) {
            bundle.start(Bundle.START_TRANSIENT); // it is still the old one
            throw e;
        }
        bundles.put(file, new Installed(bundle, copy.sha256()));
        refresher.refresh(bundle);
        return start(bundle, "is updated to ");
    }

    private Outcome start(Bundle bundle, String story) throws BundleException {
        if (bundle.getState() == Bundle.ACTIVE) {
            return new Outcome.Running("");
        }
        try {
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            Optional<String> lacking = Lacking.of(bundle, context);
            if (lacking.isPresent()) {
                return new Outcome.Waiting(lacking.get());
            }
            throw e;
        }
        return new Outcome.Running(story + words(bundle));
    }

    private Outcome stop(String file) throws BundleException {
        Installed installed = bundles.get(file);
        if (installed != null) {
            stop(installed.bundle());
        }
        return new Outcome.Stopped();
    }

    /** One that throws when it is stopped is stopped all the same. */
    private static void stop(Bundle bundle) throws BundleException {
        try {
            bundle.stop();
        } catch (BundleException e) {
            if (bundle.getState() == Bundle.ACTIVE) {
                throw e;
            }
            LOG.warn(
                    "{} failed when it was stopped: {}",
                    words(bundle),
                    Failure.words(Failure.root(e)));
        }
    }

    private Outcome remove(String file) throws BundleException, InterruptedException {
        String name = words(bundles.get(file).bundle());
        uninstall(file);
        return new Outcome.Gone("is gone, and " + name + " with it");
    }

    private void uninstall(String file) throws BundleException, InterruptedException {
        Bundle bundle = bundles.get(file).bundle();
        stop(bundle);
        try {
            bundle.uninstall();
        } finally {
            bundles.remove(file);
            refresher.refresh(bundle);
        }
    }

    /** Symbolic name and version. */
    static String words(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }

    /** The files whose bundles run no longer, whoever has stopped them. */
    List<String> fallen() {
        return bundles.entrySet().stream()
                .filter(entry -> entry.getValue().bundle().getState() < Bundle.STARTING)
                .map(Map.Entry::getKey)
                .toList();
    }
}
