package org.ninelives.ctl.command;

import org.ninelives.api.management.RealServerMXBean;
import org.ninelives.ctl.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code undrain}. */
@Command(name = "undrain", description = "Lets a real server serve again after 'drain'.")
public final class Undrain extends Action {

    @Mixin private RealServerName server = new RealServerName();

    @Override
    int run(Session session) throws Exception {
        RealServerMXBean bean = server.find(session);
        bean.undrain();
        session.answer(bean.getStatus(), ServerText.of(bean.getStatus()));
        return ExitStatus.DONE;
    }
}
