package org.ninelives.vrrp.dump;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.dump.DumpText;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.script.Script;

/** The commands that are told of states. */
final class ScriptLines {

    private ScriptLines() {}

    static void write(DumpText page, Audience audience) {
        labelled(audience).forEach((label, script) -> page.say(label, command(script)));
    }

    private static Map<String, Script> labelled(Audience audience) {
        Map<String, Script> scripts = new LinkedHashMap<>();
        put(scripts, "Backup", Optional.ofNullable(of(audience, Audience.Occasion.BACKUP)));
        put(scripts, "Master", Optional.ofNullable(of(audience, Audience.Occasion.MASTER)));
        put(scripts, "Fault", Optional.ofNullable(of(audience, Audience.Occasion.FAULT)));
        put(scripts, "Stop", Optional.ofNullable(of(audience, Audience.Occasion.STOP)));
        put(scripts, "Deleted", Optional.ofNullable(of(audience, Audience.Occasion.DELETED)));
        put(scripts, "Generic", audience.any());
        return scripts;
    }

    private static Script of(Audience audience, Audience.Occasion occasion) {
        return audience.scripts().get(occasion);
    }

    private static void put(Map<String, Script> scripts, String state, Optional<Script> script) {
        script.ifPresent(found -> scripts.put(state + " state transition script", found));
    }

    /** Each word in quotes. */
    static String command(Script script) {
        return "'" + String.join("' '", script.words()) + "'";
    }
}
