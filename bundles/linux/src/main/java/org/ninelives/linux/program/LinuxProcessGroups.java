package org.ninelives.linux.program;

import static org.ninelives.linux.libc.Constants.SIGKILL;
import static org.ninelives.linux.libc.Constants.SIGTERM;

import org.ninelives.api.system.ProcessGroups;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.osgi.service.component.annotations.Component;

/** Groups of processes by way of kill(2). */
@Component
public final class LinuxProcessGroups implements ProcessGroups {

    private static final int NO_SIGNAL = 0;

    @Override
    public boolean terminate(long group) {
        return signal(group, SIGTERM);
    }

    @Override
    public boolean kill(long group) {
        return signal(group, SIGKILL);
    }

    @Override
    public boolean exists(long group) {
        return signal(group, NO_SIGNAL);
    }

    private static boolean signal(long group, int signal) {
        // To kill(2), -1 is every process and -0 the group of this daemon itself.
        if (group <= 1) {
            throw new IllegalArgumentException("process group " + group);
        }
        return Libc.kill(Math.toIntExact(-group), signal) == 0 || Errno.last() != Errno.ESRCH;
    }
}
