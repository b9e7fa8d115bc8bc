package org.ninelives.daemon;

/**
 * A keyword that keepalived knows or knew.
 *
 * @param name the word
 * @param hasBlock whether braces follow it
 * @param remark why keepalived knows it no more, or empty
 */
record KnownKeyword(String name, boolean hasBlock, String remark) {

    boolean isRemoved() {
        return !remark.isEmpty();
    }
}
