package org.ninelives.ctl.command;

import java.util.List;
import org.ninelives.ctl.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code explain}. */
@Command(
        name = "explain",
        description =
                "Tells why a virtual router, a virtual server or a real server is in its state.")
public final class Explain extends Action {

    @Mixin private Named named = new Named();

    @Override
    int run(Session session) throws Exception {
        List<String> sentences = named.find(session).explain().get();
        session.answer(sentences, String.join("\n", sentences));
        return ExitStatus.DONE;
    }
}
