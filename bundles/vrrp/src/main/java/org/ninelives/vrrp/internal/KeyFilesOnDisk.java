package org.ninelives.vrrp.internal;

import org.ninelives.api.configuration.SecretFile;
import org.ninelives.api.configuration.UnreadableSecretException;
import org.ninelives.vrrp.settings.KeyFiles;

/** Reads secret keys from files that are closed to others. */
final class KeyFilesOnDisk implements KeyFiles {

    /** More than the digits of the longest key. */
    private static final int BYTES_MAX = 1024;

    @Override
    public byte[] content(String path) throws UnreadableSecretException {
        return SecretFile.read(path, BYTES_MAX);
    }
}
