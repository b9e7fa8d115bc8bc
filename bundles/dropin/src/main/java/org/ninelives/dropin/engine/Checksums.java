package org.ninelives.dropin.engine;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ninelives.dropin.core.ChecksumList;

/**
 * The digests that files must have, by a list that an operator writes with {@code sha256sum}. It is
 * read whenever a file is taken.
 *
 * @param list where it is; there need not be one
 * @param required whether files that are not listed are refused
 */
public record Checksums(Path list, boolean required) {

    private static final String NAME = "SHA256SUMS";

    /** The list of a folder. */
    public static Checksums in(Path folder, boolean required) {
        return new Checksums(folder.resolve(NAME), required);
    }

    /**
     * What is wrong with a file that has this digest; empty if it may be used.
     *
     * @throws IOException if the list cannot be read
     */
    Optional<String> objection(String file, String sha256) throws IOException {
        if (!Files.exists(list)) {
            return required
                    ? Optional.of("checksums are required, and there is no " + list)
                    : Optional.empty();
        }
        Optional<String> unsafe = Ownership.objection(list);
        if (unsafe.isPresent()) {
            return unsafe;
        }
        try {
            Optional<String> wanted = ChecksumList.parse(Files.readString(list)).of(file);
            if (wanted.isEmpty()) {
                return required
                        ? Optional.of("it is not in " + list + ", and checksums are required")
                        : Optional.empty();
            }
            return wanted.get().equals(sha256)
                    ? Optional.empty()
                    : Optional.of("its SHA-256 is " + sha256 + " and not the one in " + list);
        } catch (IllegalArgumentException e) {
            return Optional.of(list + ": " + e.getMessage());
        } catch (MalformedInputException e) {
            return Optional.of(list + " is no text");
        }
    }
}
