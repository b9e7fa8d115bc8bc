package org.ninelives.linux.program;

import static org.ninelives.linux.libc.Constants.SIGKILL;
import static org.ninelives.linux.libc.Constants.SIGTERM;

import org.ninelives.api.system.ProcessGroups;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Groups of processes by way of kill(2). */
@Component
public final class LinuxProcessGroups implements ProcessGroups {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxProcessGroups.class);

    private static final int NO_SIGNAL = 0;

    @Override
    public boolean terminate(long group) {
        return error(group, SIGTERM) != Errno.ESRCH;
    }

    @Override
    public boolean kill(long group) {
        int error = error(group, SIGKILL);
        if (error == Errno.EPERM) {
            LOG.warn("Process group {} cannot be ended: EPERM (needs CAP_KILL)", group);
        }
        return error != Errno.ESRCH;
    }

    @Override
    public boolean exists(long group) {
        return error(group, NO_SIGNAL) != Errno.ESRCH;
    }

    /** Of the call; 0 when it went well. */
    private static int error(long group, int signal) {
        // To kill(2), -1 is every process and -0 the group of this daemon itself.
        if (group <= 1) {
            throw new IllegalArgumentException("process group " + group);
        }
        return Libc.kill(Math.toIntExact(-group), signal) == 0 ? 0 : Errno.last();
    }
}
