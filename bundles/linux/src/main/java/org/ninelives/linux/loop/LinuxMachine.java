package org.ninelives.linux.loop;

import java.util.Optional;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.Machine;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.WatchLoop;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.safeguard.CompanionCommand;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** This machine, as its kernel lets us see and change it. */
@Component
public final class LinuxMachine implements Machine {

    /** Which rights are taken from files that are made, a number; from the command line. */
    private static final String UMASK = "ninelives.umask";

    private final Optional<CompanionCommand> companion;
    private final LoopBeans beans;

    @Activate
    public LinuxMachine(BundleContext context) {
        this(CompanionCommand.of(context::getProperty), LoopBeans.of(context));
        Optional.ofNullable(context.getProperty(UMASK))
                .ifPresent(mask -> Libc.umask(Integer.parseInt(mask)));
    }

    /** Without a companion. */
    LinuxMachine() {
        this(Optional.empty());
    }

    LinuxMachine(Optional<CompanionCommand> companion) {
        this(companion, LoopBeans.UNSEEN);
    }

    private LinuxMachine(Optional<CompanionCommand> companion, LoopBeans beans) {
        this.companion = companion;
        this.beans = beans;
    }

    @Override
    public Loop startLoop(String threadName, LoopTask task) throws SystemException {
        return start(threadName, task, companion);
    }

    /** Without a companion, as there is nothing to take away. */
    @Override
    public WatchLoop startWatchLoop(String threadName, LoopTask task) throws SystemException {
        return start(threadName, task, Optional.empty());
    }

    private LinuxLoop start(String threadName, LoopTask task, Optional<CompanionCommand> companion)
            throws SystemException {
        try {
            LinuxLoop loop = new LinuxLoop(threadName, task, companion);
            loop.start(beans);
            return loop;
        } catch (LinkageError e) {
            // JNA cannot unpack or load its library, or the C library lacks a function.
            throw new SystemException("calling the C library", "ELIBACC", e.toString());
        }
    }
}
