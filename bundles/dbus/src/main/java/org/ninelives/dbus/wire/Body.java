package org.ninelives.dbus.wire;

/**
 * Values that a message carries.
 *
 * @param signature their types
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares bodies
public record Body(String signature, byte[] bytes) {

    /** No value. */
    public static final Body EMPTY = new Body("", new byte[0]);

    /** A text. */
    public static Body of(String text) {
        return new Body("s", new Encoder().text(text).bytes());
    }

    /** A number. */
    public static Body of(int number) {
        return new Body("u", new Encoder().word(number).bytes());
    }

    /** A text and a number. */
    public static Body of(String text, int number) {
        return new Body("su", new Encoder().text(text).word(number).bytes());
    }
}
