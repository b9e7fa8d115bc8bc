package org.ninelives.check.http.core;

import java.util.function.BooleanSupplier;

/**
 * A text that can be taken away from whoever searches it: some patterns would search for years, and
 * asking for one character after the other is all they do meanwhile.
 */
final class GuardedText implements CharSequence {

    /** Looking at a clock costs as much as some dozens of characters. */
    private static final int CHARACTERS_BETWEEN_LOOKS = 1 << 12;

    /** The time for the search is over. */
    static final class TimeOverException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final CharSequence text;
    private final BooleanSupplier timeOver;
    private int untilLook = CHARACTERS_BETWEEN_LOOKS;

    GuardedText(CharSequence text, BooleanSupplier timeOver) {
        this.text = text;
        this.timeOver = timeOver;
    }

    @Override
    public char charAt(int index) {
        if (--untilLook == 0) {
            untilLook = CHARACTERS_BETWEEN_LOOKS;
            if (timeOver.getAsBoolean()) {
                throw new TimeOverException();
            }
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
