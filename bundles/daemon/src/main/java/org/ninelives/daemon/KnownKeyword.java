package org.ninelives.daemon;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A keyword that keepalived knows or knew, or that a bundle of this product brings.
 *
 * @param name the word
 * @param hasBlock whether braces follow it
 * @param bundles those of this product that it takes and that may be left out, without {@code
 *     org.ninelives.}, the one that handles it first
 * @param remark why keepalived knows it no more, or empty
 */
record KnownKeyword(String name, boolean hasBlock, List<String> bundles, String remark) {

    boolean isRemoved() {
        return !remark.isEmpty();
    }

    /** The bundle that handles it, or empty where that is one that is always there. */
    Optional<String> handler() {
        return bundles.stream().findFirst();
    }

    /** What an operator can do where no bundle handles it, behind another sentence; or empty. */
    String remedy() {
        if (bundles.isEmpty()) {
            return "";
        }
        String names =
                bundles.stream()
                        .map(bundle -> "org.ninelives." + bundle)
                        .collect(Collectors.joining(" and "));
        return ". It takes "
                + names
                + ": put the .jar that is missing back into the folder bundles and restart, or"
                + " take this out";
    }
}
