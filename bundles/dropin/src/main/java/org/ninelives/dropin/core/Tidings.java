package org.ninelives.dropin.core;

/** Hears what an operator should know. */
@FunctionalInterface
public interface Tidings {

    /**
     * Something has changed about a file.
     *
     * @param bad whether somebody should see to it
     * @param text a sentence
     */
    void tell(boolean bad, String text);
}
