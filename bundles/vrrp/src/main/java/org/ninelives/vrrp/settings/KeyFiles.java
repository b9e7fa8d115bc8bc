package org.ninelives.vrrp.settings;

/** Reads the files that hold secret keys. */
@FunctionalInterface
public interface KeyFiles {

    /** Where there are no files: every path is refused. */
    KeyFiles NONE =
            path -> {
                throw new UnreadableKeyException(path + " cannot be read here");
            };

    /**
     * The whole file.
     *
     * @throws UnreadableKeyException if it cannot be read, or others than its owner may read it;
     *     the message tells the operator what to do
     */
    byte[] content(String path) throws UnreadableKeyException;
}
