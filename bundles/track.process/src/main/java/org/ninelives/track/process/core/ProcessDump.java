package org.ninelives.track.process.core;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.ninelives.api.dump.DumpText;
import org.ninelives.api.json.JsonObject;
import org.ninelives.api.management.TrackerStatus;

/**
 * Processes that are tracked, as dumps tell of them.
 *
 * @param status what is known of them
 */
public record ProcessDump(ProcessSettings settings, TrackerStatus status) {

    private static final int MICROS = 6;

    /** As text. */
    public List<String> lines() {
        DumpText text = new DumpText();
        text.thing("VRRP Track process", settings.name());
        text.say("Process", settings.pattern().program());
        text.say("Min processes", settings.quorum());
        text.say("Current processes", status.value());
        text.say("Have quorum", isGood());
        text.say("Terminate delay", seconds(settings.terminateDelayNanos()) + "s");
        text.say("Fork delay", seconds(settings.forkDelayNanos()) + "s");
        text.say("Full command", isCommand());
        return text.lines();
    }

    /** As JSON, with keepalived's members. */
    public JsonObject json() {
        JsonObject json = new JsonObject().put("process", settings.name());
        if (settings.pattern() instanceof ProcessPattern.Command command) {
            json.put("parameters", String.join(" ", command.parameters()));
        }
        json.put("param_match", settings.pattern().match().name().toLowerCase(Locale.ROOT))
                .put("min_processes", settings.quorum());
        if (settings.quorumMax() != ProcessSettings.UNLIMITED) {
            json.put("max_processes", settings.quorumMax());
        }
        return json.put("current_processes", status.value())
                .put("have_quorum", isGood())
                .put("terminate_delay", JsonObject.seconds(settings.terminateDelayNanos()))
                .put("fork_delay", JsonObject.seconds(settings.forkDelayNanos()))
                .put("full_command", isCommand());
    }

    private boolean isCommand() {
        return settings.pattern() instanceof ProcessPattern.Command;
    }

    private boolean isGood() {
        return status.state().equals("GOOD");
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).setScale(MICROS).toPlainString();
    }
}
