package org.ninelives.linux.program;

import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ninelives.api.system.ProgramOutputs;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.NativeBuffer;
import org.ninelives.linux.poll.PollTarget;
import org.ninelives.linux.poll.Poller;
import org.ninelives.linux.poll.Wakeup;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all pipes of programs on one thread, which starts with the first of them. */
@Component
public final class LinuxProgramOutputs implements ProgramOutputs {

    private static final Logger LOG = LoggerFactory.getLogger(LinuxProgramOutputs.class);

    /** How many pipes of programs that have ended are read on for those they left behind. */
    private static final int LEFT_BEHIND_MAX = 64;

    private ReadingThread thread;

    @Override
    public synchronized Output open() throws SystemException {
        if (thread == null) {
            thread = new ReadingThread();
            thread.start();
        }
        return new OutputPipe(thread);
    }

    @Deactivate
    synchronized void stop() {
        if (thread != null) {
            thread.post(thread::end);
        }
    }

    private static final class ReadingThread extends Thread implements OutputPipe.Reader {

        private final Poller poller = new Poller();
        private final Wakeup wakeup = new Wakeup();
        private final NativeBuffer memory = NativeBuffer.allocate(1 << 16);
        private final Queue<Runnable> work = new ConcurrentLinkedQueue<>();
        private final Set<OutputPipe> open = new LinkedHashSet<>();
        private final Set<OutputPipe> leftBehind = new LinkedHashSet<>();
        private boolean ended;

        private ReadingThread() throws SystemException {
            super("program output");
            setDaemon(true);
            poller.add(wakeup);
        }

        @Override
        public void run() {
            while (!ended) {
                int ready = poller.await(Poller.FOREVER);
                for (int i = 0; i < ready; i++) {
                    PollTarget target = poller.target(i);
                    if (target != null) {
                        target.readable(0, 1);
                    }
                }
                for (Runnable next = work.poll(); next != null; next = work.poll()) {
                    perform(next);
                }
            }
            Set.copyOf(open).forEach(OutputPipe::close);
            poller.close();
            wakeup.close();
        }

        private static void perform(Runnable work) {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("The output of a program was not handled", e);
            }
        }

        private void end() {
            ended = true;
        }

        @Override
        public void post(Runnable next) {
            work.add(next);
            wakeup.signal();
        }

        @Override
        public void begin(OutputPipe pipe) {
            try {
                poller.add(pipe);
                open.add(pipe);
            } catch (SystemException e) {
                LOG.warn("The output of a program is lost: {}", e.getMessage());
                pipe.close();
            }
        }

        @Override
        public void programEnded(OutputPipe pipe) {
            leftBehind.add(pipe);
            if (leftBehind.size() > LEFT_BEHIND_MAX) {
                LOG.warn(
                        "More than {} programs that scripts left in the background still have the"
                                + " output of their script; the oldest of them loses it. Let"
                                + " scripts start such programs with output to /dev/null",
                        LEFT_BEHIND_MAX);
                leftBehind.iterator().next().close();
            }
        }

        @Override
        public void ended(OutputPipe pipe) {
            if (open.remove(pipe)) {
                poller.remove(pipe);
            }
            leftBehind.remove(pipe);
        }

        @Override
        public NativeBuffer memory() {
            return memory;
        }
    }
}
