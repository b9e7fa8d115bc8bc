package org.ninelives.linux.fifo;

import static org.ninelives.linux.libc.Constants.O_CLOEXEC;
import static org.ninelives.linux.libc.Constants.O_NONBLOCK;
import static org.ninelives.linux.libc.Constants.O_RDWR;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.script.ScriptUser;
import org.ninelives.api.system.Account;
import org.ninelives.api.system.Accounts;
import org.ninelives.api.system.Fifo;
import org.ninelives.api.system.Fifos;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Named pipes of this machine. They are opened for reading too: so the kernel needs no reader to
 * let a writer in, and a writer whose reader leaves gets no SIGPIPE.
 */
@Component
public final class LinuxFifos implements Fifos {

    /** fcntl.h; the one flag used here that is another number on each architecture. */
    private static final int O_NOFOLLOW =
            System.getProperty("os.arch").equals("aarch64") ? 0x8000 : 0x20000;

    private static final int MODE = 0600;
    // sys/stat.h
    private static final int S_IFMT = 0170000;
    private static final int S_IFIFO = 0010000;

    /** What chown(2) takes for a number that shall stay as it is. */
    private static final int UNCHANGED = -1;

    private final Accounts accounts;

    @Activate
    public LinuxFifos(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Fifo open(Path path, Optional<ScriptUser> owner) throws SystemException {
        Optional<Account> other =
                owner.isPresent() ? Optional.of(user(owner.get())) : Optional.empty();
        int group = owner.isPresent() ? group(owner.get(), other.get()) : UNCHANGED;
        boolean made = make(path);
        int fd = Libc.open(path.toString(), openFlags());
        if (fd < 0) {
            throw failure("open", path);
        }
        LinuxFifo fifo = new LinuxFifo(path, fd, made);
        try {
            if (made
                    && other.isPresent()
                    && Libc.fchown(fd, (int) other.get().user(), group) != 0) {
                throw failure("chown", path);
            }
            check(path, fd, other);
            return fifo;
        } catch (SystemException e) {
            fifo.close();
            throw e;
        }
    }

    private Account user(ScriptUser owner) throws SystemException {
        return accounts.user(owner.user()).orElseThrow(() -> missing("user", owner.user()));
    }

    private int group(ScriptUser owner, Account account) throws SystemException {
        if (owner.group().isEmpty()) {
            return (int) account.group().orElse(UNCHANGED);
        }
        String name = owner.group().get();
        return (int) accounts.group(name).orElseThrow(() -> missing("group", name));
    }

    private static SystemException missing(String what, String name) {
        return new SystemException(what + " " + name, "ENOENT", "there is no such " + what);
    }

    private static int openFlags() {
        return O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW;
    }

    private static boolean make(Path path) throws SystemException {
        if (Libc.mkfifo(path.toString(), MODE) == 0) {
            return true;
        }
        if (Errno.last() != Errno.EEXIST) {
            throw failure("mkfifo", path);
        }
        return false;
    }

    /** Looks at what was opened and not at the path, which may be something else by now. */
    private void check(Path path, int fd, Optional<Account> other) throws SystemException {
        Map<String, Object> opened;
        try {
            opened = Files.readAttributes(LinuxFifo.descriptor(fd), "unix:mode,uid");
        } catch (IOException e) {
            throw new SystemException("FIFO " + path, "EIO", e.toString());
        }
        if (((int) opened.get("mode") & S_IFMT) != S_IFIFO) {
            throw new SystemException(
                    "FIFO " + path,
                    "EEXIST",
                    "something that is no FIFO has that name; remove it or name another path");
        }
        long user = Integer.toUnsignedLong((int) opened.get("uid"));
        if (user != accounts.ownUser() && other.stream().noneMatch(each -> each.user() == user)) {
            throw new SystemException(
                    "FIFO " + path,
                    "EACCES",
                    "it belongs to user " + user + ", who could read along; remove it");
        }
    }

    private static SystemException failure(String call, Path path) {
        int errno = Errno.last();
        return new SystemException(call + " " + path, Errno.name(errno), hint(Errno.name(errno)));
    }

    private static String hint(String errno) {
        return switch (errno) {
            case "ENOENT" -> "its folder does not exist";
            case "ELOOP" -> "a symbolic link has that name; name the FIFO itself";
            case "EISDIR" -> "a folder has that name; name a file in it";
            default -> "";
        };
    }
}
