package org.ninelives.dropin.internal;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ninelives.api.management.BundleFileStatus;
import org.ninelives.api.management.BundleFolderMXBean;
import org.ninelives.dropin.engine.FolderWatch;

/** The folder as a bean. */
record FolderBean(FolderWatch watch, DropInSettings settings) implements BundleFolderMXBean {

    private static final long PATIENCE_SECONDS = 10;

    @Override
    public String getFolder() {
        return settings.folder().toString();
    }

    @Override
    public String getProblem() {
        return watch.problem();
    }

    @Override
    public String getChecksums() {
        return settings.checksumsRequired()
                ? "required: only files that SHA256SUMS lists are used"
                : "optional: files that SHA256SUMS lists must be as it says";
    }

    @Override
    public List<BundleFileStatus> getFiles() {
        return watch.files();
    }

    @Override
    public List<BundleFileStatus> lookNow() {
        try {
            watch.lookNow().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // What there is to tell by now is in the table.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return watch.files();
    }
}
