package org.ninelives.api.system;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Hears when files change, be it that they are written and closed, put in place by renaming or
 * linking, removed, or led to by other directories and symbolic links than before. Loop thread
 * only.
 */
@ProviderType
public interface FileWatch extends AutoCloseable {

    /** Hears of changes, on the loop's thread. */
    @ConsumerType
    interface Listener {

        /** A file may have changed: it is to be read again. */
        void changed(Path file);
    }

    /**
     * Watches a file from now on, which need not be there yet, nor its directory.
     *
     * @param file absolute; watching it a second time changes nothing
     * @throws SystemException EOPNOTSUPP where the file system does not tell of changes; ENOSPC
     *     when the user has no watch left; EACCES when a directory may not be read
     */
    void watch(Path file) throws SystemException;

    /** Watches a file no longer. */
    void forget(Path file);

    /**
     * The beginning of a file.
     *
     * @param bytesMax how much at most
     * @return empty when it is missing, no regular file or not readable
     */
    Optional<byte[]> read(Path file, int bytesMax);

    @Override
    void close();
}
