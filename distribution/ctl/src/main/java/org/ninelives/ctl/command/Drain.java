package org.ninelives.ctl.command;

import java.time.Duration;
import org.ninelives.api.management.RealServerMXBean;
import org.ninelives.api.management.RealServerStatus;
import org.ninelives.ctl.ExitStatus;
import org.ninelives.ctl.output.DurationConverter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code drain}. */
@Command(
        name = "drain",
        description =
                "Gives a real server no more connections, and takes it out when it has none left.")
public final class Drain extends Action {

    private static final long LOOK_MILLIS = 500;

    @Mixin private RealServerName server = new RealServerName();

    @Option(
            names = "--within",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description =
                    "takes it out after so long whatever it has; drain_timeout unless told"
                            + " otherwise")
    private Duration within = Duration.ZERO;

    @Option(
            names = "--wait",
            description = "returns when it is out; ends with 1 if somebody lets it serve again")
    private boolean wait;

    @Override
    int run(Session session) throws Exception {
        RealServerMXBean bean = server.find(session);
        bean.drain(within.toSeconds());
        while (wait && bean.getState().equals("DRAINING")) {
            Thread.sleep(LOOK_MILLIS);
        }
        RealServerStatus seen = bean.getStatus();
        session.answer(seen, ServerText.of(seen));
        // Who waits will take it down next: only one that is out may be.
        return wait && !seen.state().equals("DRAINED") ? ExitStatus.REFUSED : ExitStatus.DONE;
    }
}
