package org.ninelives.balancing;

import java.util.List;
import java.util.Locale;

/**
 * What befalls both directors of a scenario.
 *
 * @param deed what happens
 * @param words of what, such as the addresses of servers
 * @param outcome how the tables are to be afterwards
 * @param text the configuration, for a start and a reload
 */
public record Step(Deed deed, List<String> words, Outcome outcome, String text) {
    /** What can happen; a scenario names it in lower case. */
    public enum Deed {
        /** Runs a command in the director's network. */
        RUN,
        /** Writes a file in the director's folder: its name, then the words it holds. */
        WRITE,
        /** Starts the daemon. */
        START,
        /** Takes servers' addresses away, so that whoever asks them learns at once. */
        FAIL,
        /** Gives servers their addresses back. */
        RECOVER,
        /** Lets the daemon read a new configuration. */
        RELOAD,
        /** Ends the daemon in order. */
        STOP
    }

    /** What a step makes of the tables. */
    public enum Outcome {
        /** Both change, to the same. */
        CHANGED(""),
        /** Both stay. */
        UNCHANGED("unchanged"),
        /**
         * That of Ninelives becomes what keepalived shows after a restart: keepalived does not
         * apply all of this by a reload.
         */
        AS_AFTER_RESTART("as after a restart");

        private final String phrase;

        Outcome(String phrase) {
            this.phrase = phrase;
        }

        String phrase() {
            return phrase;
        }
    }

    /** As the scenario words it. */
    @Override
    public String toString() {
        return (deed.name().toLowerCase(Locale.ROOT) + " " + String.join(" ", words)).strip();
    }
}
