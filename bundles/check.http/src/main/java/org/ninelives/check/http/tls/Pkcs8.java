package org.ninelives.check.http.tls;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Puts a private key of the older form into the one that Java reads, RFC 5208 section 5. */
final class Pkcs8 {

    /** Version 0, and rsaEncryption without parameters (RFC 8017 appendix A.1). */
    private static final byte[] RSA =
            HexFormat.of().parseHex("020100" + "300d06092a864886f70d0101010500");

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;

    private Pkcs8() {}

    /** From an RSAPrivateKey, RFC 8017 appendix A.1.2. */
    static byte[] ofRsa(byte[] rsaPrivateKey) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(RSA);
        content.writeBytes(tagged(OCTET_STRING, rsaPrivateKey));
        return tagged(SEQUENCE, content.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        der.write(tag);
        if (content.length < 0x80) {
            der.write(content.length);
        } else {
            der.write(0x82);
            der.write(content.length >> 8);
            der.write(content.length);
        }
        der.writeBytes(content);
        return der.toByteArray();
    }
}
