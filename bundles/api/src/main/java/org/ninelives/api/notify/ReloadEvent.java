package org.ninelives.api.notify;

/**
 * A configuration was loaded for the first time, reloaded, or refused.
 *
 * @param result such as {@code APPLIED}, {@code UNCHANGED} or {@code REFUSED}
 */
public record ReloadEvent(String result, String text) implements Event {

    @Override
    public String name() {
        return "configuration";
    }
}
