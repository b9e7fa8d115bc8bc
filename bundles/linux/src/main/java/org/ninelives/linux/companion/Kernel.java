package org.ninelives.linux.companion;

import static org.ninelives.linux.libc.Constants.NETLINK_NETFILTER;
import static org.ninelives.linux.libc.Constants.NETLINK_ROUTE;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.safeguard.Undo;

/** Where undoing happens, many changes in one system call. */
final class Kernel {

    private final NetlinkSender route = new NetlinkSender(NETLINK_ROUTE);
    private final NetlinkSender netfilter = new NetlinkSender(NETLINK_NETFILTER);

    /** Undoes a change, at once or with the next {@link #flush}, but in the order of asking. */
    void undo(Undo undo, Account account) {
        switch (undo.kind()) {
            case ROUTE -> route.add(undo.bytes(), account);
            case NETFILTER -> {
                flush(account);
                netfilter.add(undo.bytes(), account);
                netfilter.flush(account);
            }
            case FILE -> {
                flush(account);
                write(undo.bytes(), account);
            }
        }
        account.undone(undo);
    }

    void flush(Account account) {
        route.flush(account);
    }

    private static void write(byte[] undo, Account account) {
        int zero = 0;
        while (zero < undo.length && undo[zero] != 0) {
            zero++;
        }
        String path = new String(undo, 0, zero, StandardCharsets.UTF_8);
        if (zero == undo.length || !path.startsWith(Undo.FILES) || path.contains("/../")) {
            account.failed(Errno.EINVAL);
            return;
        }
        try (FileOutputStream file = new FileOutputStream(path)) {
            file.write(undo, zero + 1, undo.length - zero - 1);
        } catch (IOException e) {
            // Java does not tell which; a setting goes with its interface.
            account.failed(Errno.ENOENT);
        }
    }
}
