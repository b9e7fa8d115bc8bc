package org.ninelives.check.http.core;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;

/** Takes the body of one answer for its digest, and keeps it to be shown. */
public final class HashedPage implements BodySink {

    private final MessageDigest digest = Md5.start();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void body(byte[] piece, int offset, int length) throws BadAnswerException {
        digest.update(piece, offset, length);
        bytes.write(piece, offset, length);
        if (bytes.size() > Judge.BODY_BYTES_MAX) {
            throw new BadAnswerException(
                    "its page is longer than "
                            + Judge.BODY_BYTES_MAX
                            + " bytes, which is all that a check reads");
        }
    }

    /** The MD5 of all of it; to be asked for once. */
    public byte[] digest() {
        return digest.digest();
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
