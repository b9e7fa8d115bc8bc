package org.ninelives.track.script.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.track.TrackerDefinition;
import org.ninelives.api.track.TrackerWeight;
import org.ninelives.config.Position;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.track.script.core.ScriptTiming;

/** Reads what a configuration says about scripts that are tracked. */
public final class ScriptReader {

    /** The keywords outside all blocks. */
    public static final BlockGrammar ROOT = BlockGrammar.of(ScriptGrammar.VRRP_SCRIPT);

    /** The ways of tutorials to ask whether a process is there. */
    private static final Pattern PROCESS_TEST =
            Pattern.compile("(^|[\\s/])((kill|killall|pkill)\\s+-0|pidof|pgrep)(\\s|$)");

    private static final String KEYWORD = ScriptGrammar.VRRP_SCRIPT.name();

    private ScriptReader() {}

    /** What may be tracked, usable or not; of several of one name the first. */
    public static List<TrackerDefinition> definitions(Values root) {
        Map<String, TrackerDefinition> definitions = new LinkedHashMap<>();
        for (Block<String> block : root.get(ScriptGrammar.VRRP_SCRIPT)) {
            TrackerWeight weight = block.values().get(ScriptGrammar.WEIGHT);
            definitions.putIfAbsent(
                    block.header(),
                    new TrackerDefinition(
                            block.header(),
                            weight.weight(),
                            weight.reverse(),
                            block.values().position()));
        }
        return new ArrayList<>(definitions.values());
    }

    /** The scripts by name; what cannot be used is reported and left out. */
    public static Map<String, ScriptSettings> read(
            Values root, ScriptRules rules, Problems problems) {
        Map<String, ScriptSettings> scripts = new LinkedHashMap<>();
        Map<String, Position> positions = new HashMap<>();
        for (Block<String> block : root.get(ScriptGrammar.VRRP_SCRIPT)) {
            String name = block.header();
            Position position = block.values().position();
            Position earlier = positions.putIfAbsent(name, position);
            if (earlier != null) {
                problems.error(
                        position,
                        KEYWORD,
                        name + " is already defined at " + earlier + "; this block is skipped");
            } else if (block.values().get(ScriptGrammar.SCRIPT).isEmpty()) {
                problems.error(
                        position,
                        ScriptGrammar.SCRIPT.name(),
                        "is missing in vrrp_script "
                                + name
                                + ", which is not tracked; write script and its command");
            } else {
                scripts.put(name, settings(name, block.values()));
                remark(block.values(), scripts.get(name), rules, problems);
            }
        }
        return scripts;
    }

    private static ScriptSettings settings(String name, Values block) {
        Duration interval = block.get(ScriptGrammar.INTERVAL);
        return new ScriptSettings(
                name,
                new Script(
                        block.get(ScriptGrammar.SCRIPT).orElseThrow(),
                        block.get(ScriptGrammar.USER)),
                new ScriptTiming(
                        interval.toNanos(),
                        block.get(ScriptGrammar.RISE),
                        block.get(ScriptGrammar.FALL),
                        block.get(ScriptGrammar.INIT_FAIL)),
                block.get(ScriptGrammar.TIMEOUT)
                        .filter(timeout -> !timeout.isZero())
                        .orElse(interval));
    }

    private static void remark(
            Values block, ScriptSettings settings, ScriptRules rules, Problems problems) {
        Position position = block.position(ScriptGrammar.SCRIPT);
        rules.warnIfInsecure(problems, position, KEYWORD);
        if (PROCESS_TEST.matcher(String.join(" ", settings.script().words())).find()) {
            problems.note(
                    position,
                    ScriptGrammar.SCRIPT.name(),
                    "asks whether a process is there; vrrp_track_process tells that at once and"
                            + " starts nothing for it");
        }
        if (settings.timeout().toNanos() > settings.timing().intervalNanos()) {
            problems.note(
                    block.position(ScriptGrammar.TIMEOUT),
                    ScriptGrammar.TIMEOUT.name(),
                    "is longer than the interval, so that a slow run keeps the next ones from"
                            + " being started");
        }
    }
}
