package org.ninelives.daemon;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.configuration.DifferenceList;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.config.grammar.ArgumentType;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.InvalidArgumentException;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;
import org.ninelives.daemon.core.Condition;
import org.ninelives.daemon.core.GuardSettings;

/**
 * How reloads are done.
 *
 * @param timeFile where the time of the next one may stand
 * @param repeat whether that time stays when it was used
 * @param marker the file that is there while a reload is under way
 * @param guard for what an applied reload is watched
 */
record ReloadSettings(
        Optional<Path> timeFile,
        boolean repeat,
        Optional<Path> marker,
        Optional<GuardSettings> guard) {

    static final ReloadSettings NONE =
            new ReloadSettings(Optional.empty(), false, Optional.empty(), Optional.empty());

    private static final Path MARKER_DEFAULT = Path.of("/run/keepalived.reload");

    private static final Keyword<Optional<Path>> TIME_FILE =
            Keyword.optional(
                    "reload_time_file",
                    path(),
                    "File whose first line is the time of a reload: [[YY]YY-MM-DD ]HH:MM:SS[Z].");

    private static final Keyword<Boolean> REPEAT =
            Keyword.value(
                    "reload_repeat",
                    ArgumentTypes.nothing(),
                    false,
                    "Keep the file of reload_time_file when its time has come.");

    private static final Keyword<Optional<Path>> MARKER =
            Keyword.optional(
                    "reload_file",
                    ArgumentTypes.orBare(path(), MARKER_DEFAULT),
                    "File that is there, and empty, while a reload is under way.");

    private static final Keyword<Optional<GuardSettings>> GUARD =
            Keyword.optional(
                    "reload_guard",
                    guardType(),
                    "Go back by itself if this happens within so many seconds after a reload.");

    static final List<Keyword<?>> KEYWORDS = List.of(TIME_FILE, REPEAT, MARKER, GUARD);

    static ReloadSettings of(Values globalDefs) {
        return new ReloadSettings(
                globalDefs.get(TIME_FILE),
                globalDefs.get(REPEAT),
                globalDefs.get(MARKER),
                globalDefs.get(GUARD));
    }

    /** What leads from these to others. */
    List<PlannedChange> changesTo(ReloadSettings next) {
        return new DifferenceList<>(this, next)
                .of(TIME_FILE.name(), ReloadSettings::timeFile)
                .of(REPEAT.name(), ReloadSettings::repeat)
                .of(MARKER.name(), ReloadSettings::marker)
                .of(GUARD.name(), ReloadSettings::guard)
                .change("global_defs of reloads");
    }

    private static ArgumentType<Path> path() {
        return ArgumentTypes.word("PATH")
                .map(
                        word -> {
                            Path path = Path.of(word);
                            if (!path.isAbsolute()) {
                                throw new IllegalArgumentException(
                                        word + " is not a path from the root, such as /run/x");
                            }
                            return path;
                        });
    }

    private static ArgumentType<GuardSettings> guardType() {
        ArgumentType<Integer> seconds = ArgumentTypes.integer(1, GuardSettings.SECONDS_MAX);
        return ArgumentType.of(
                seconds.allowed() + " seconds [" + Condition.WORDS + " ...]",
                arguments -> {
                    int time = seconds.parse(arguments);
                    List<String> words = new ArrayList<>();
                    while (arguments.hasNext()) {
                        words.add(arguments.take("a condition"));
                    }
                    try {
                        return new GuardSettings(Duration.ofSeconds(time), Condition.of(words));
                    } catch (IllegalArgumentException e) {
                        throw new InvalidArgumentException(e.getMessage());
                    }
                });
    }
}
