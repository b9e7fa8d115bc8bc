package org.ninelives.demo;

/** A node did not do what the story expects of it. */
final class StoryFailedException extends Exception {

    private static final long serialVersionUID = 1;

    StoryFailedException(String message) {
        super(message);
    }
}
