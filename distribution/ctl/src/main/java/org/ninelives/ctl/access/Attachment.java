package org.ninelives.ctl.access;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import javax.management.remote.JMXServiceURL;

/** The way by process id: the daemon's user, and root, need no password. */
final class Attachment {

    /** Where the daemon leaves its process id unless told otherwise. */
    private static final Path PID_FILE = Path.of("/run/ninelived.pid");

    private Attachment() {}

    /**
     * Has the process open a port for local clients.
     *
     * @throws UnreachableException if there is no such JVM, or it is another user's
     */
    static JMXServiceURL open(long pid) throws UnreachableException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                return new JMXServiceURL(machine.startLocalManagementAgent());
            } finally {
                machine.detach();
            }
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e); // the JVM itself wrote it
        } catch (AttachNotSupportedException | IOException e) {
            throw new UnreachableException(
                    "process " + pid + " cannot be attached to: " + e.getMessage());
        } catch (NoClassDefFoundError e) {
            throw new UnreachableException(
                    "this Java cannot attach to processes (no module jdk.attach); use the"
                            + " daemon's port, or a JDK");
        }
    }

    /** The process that the pid file names. */
    static OptionalLong pid() {
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(PID_FILE).strip()));
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
