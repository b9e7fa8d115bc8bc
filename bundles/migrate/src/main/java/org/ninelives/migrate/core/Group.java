package org.ninelives.migrate.core;

/** Under which heading a finding is told. */
public enum Group {
    SAME("What will be the same"),
    DIFFERS("What differs, and why"),
    IGNORED("What has no effect"),
    MACHINE("This machine");

    private final String title;

    Group(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
