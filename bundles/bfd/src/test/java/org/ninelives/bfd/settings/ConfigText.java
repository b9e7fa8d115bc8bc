package org.ninelives.bfd.settings;

import java.util.List;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.testkit.ConfigurationText;

/** A configuration in a string, read into settings as the daemon would read a file. */
public final class ConfigText {

    private final ConfigurationText text;
    private final BfdSettings settings;

    private ConfigText(String written) {
        text = ConfigurationText.of(written, SettingsReader.ROOT, SettingsReader.GLOBAL_DEFS);
        settings = SettingsReader.read(text.root(), text.globalDefs(), text.problems());
    }

    public static ConfigText of(String text) {
        return new ConfigText(text);
    }

    public BfdSettings settings() {
        return settings;
    }

    List<TrackerDefinition> definitions() {
        return SettingsReader.definitions(text.root());
    }

    List<TrackerDefinition> definitionsForChecks() {
        return SettingsReader.definitionsForChecks(text.root());
    }

    /** As {@link ConfigurationText#lines}. */
    public List<String> problems() {
        return text.lines();
    }
}
