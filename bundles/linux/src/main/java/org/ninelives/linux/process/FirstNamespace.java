package org.ninelives.linux.process;

import static org.ninelives.linux.libc.Constants.CLONE_NEWNET;
import static org.ninelives.linux.libc.Constants.O_CLOEXEC;

import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;

/** The network namespace of the machine itself, the only one with a process connector. */
final class FirstNamespace {

    /** Of a thread of the kernel, which is in no other; that of process 1 is often hidden. */
    private static final String FIRST = "/proc/2/ns/net";

    private static final String OWN = "/proc/thread-self/ns/net";

    private FirstNamespace() {}

    /** Opens something there; what is opened stays there. */
    interface Opening<T> {
        T open() throws SystemException;
    }

    /** Lets this thread open something there, and come back. */
    static <T> T open(Opening<T> opening) throws SystemException {
        int own = open(OWN);
        try {
            int first = open(FIRST);
            try {
                enter(first, FIRST);
            } finally {
                Libc.close(first);
            }
            try {
                return opening.open();
            } finally {
                enter(own, OWN);
            }
        } finally {
            Libc.close(own);
        }
    }

    private static int open(String namespace) throws SystemException {
        int fd = Libc.open(namespace, O_CLOEXEC);
        if (fd < 0) {
            throw refused("open " + namespace);
        }
        return fd;
    }

    private static void enter(int fd, String namespace) throws SystemException {
        if (Libc.setns(fd, CLONE_NEWNET) != 0) {
            throw refused("setns " + namespace);
        }
    }

    private static SystemException refused(String what) {
        return new SystemException(
                what,
                Errno.name(Errno.last()),
                "processes are told of in the machine's first network namespace only; entering it"
                        + " needs CAP_SYS_ADMIN");
    }
}
