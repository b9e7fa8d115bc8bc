package org.ninelives.linux.loop;

import org.ninelives.api.system.Loop;
import org.ninelives.api.system.LoopTask;
import org.ninelives.api.system.Machine;
import org.ninelives.api.system.SystemException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** This machine, as its kernel lets us see and change it. */
@Component
public final class LinuxMachine implements Machine {

    /** Events of some thousand interfaces or addresses at once, about 1 KiB each. */
    private static final int EVENT_BUFFER_BYTES = 4 << 20;

    private final int eventBufferBytes;

    @Activate
    public LinuxMachine() {
        this(EVENT_BUFFER_BYTES);
    }

    LinuxMachine(int eventBufferBytes) {
        this.eventBufferBytes = eventBufferBytes;
    }

    @Override
    public Loop startLoop(String threadName, LoopTask task) throws SystemException {
        LinuxLoop loop = newLoop(threadName, task);
        loop.start();
        return loop;
    }

    private LinuxLoop newLoop(String threadName, LoopTask task) throws SystemException {
        try {
            return new LinuxLoop(threadName, task, eventBufferBytes);
        } catch (LinkageError e) {
            // JNA cannot unpack or load its library, or the C library lacks a function.
            throw new SystemException("calling the C library", "ELIBACC", e.toString());
        }
    }
}
