package org.ninelives.check.http.core;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that configurations hold of pages; it tells changes, and protects from nobody. */
public final class Md5 {

    private Md5() {}

    /** A digest of nothing so far. */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java platform has to have MD5", e);
        }
    }
}
