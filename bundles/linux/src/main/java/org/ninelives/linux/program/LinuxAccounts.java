package org.ninelives.linux.program;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ninelives.api.system.Account;
import org.ninelives.api.system.Accounts;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;
import org.osgi.service.component.annotations.Component;

/** Users and groups as the C library finds them; see getpwnam(3), getgrnam(3), nsswitch.conf(5). */
@Component
public final class LinuxAccounts implements Accounts {

    /** The highest number means "no user" to the kernel. */
    private static final long NUMBER_MAX = 0xFFFF_FFFEL;

    private static final int MEMORY_BYTES = 4096;

    /** A group of many thousand members. */
    private static final int MEMORY_BYTES_MAX = 1 << 20;

    /** Generous for struct passwd and struct group. */
    private static final int ENTRY_BYTES = 128;

    /** struct passwd of pwd.h: two pointers, the user, the group. */
    private static final int PASSWD_UID = 16;

    private static final int PASSWD_GID = 20;

    /** struct group of grp.h: two pointers, the group. */
    private static final int GROUP_GID = 16;

    /** NGROUPS_MAX of linux/limits.h. */
    private static final int GROUPS_MAX = 65536;

    private interface Lookup {
        int call(long entry, long memory, long memoryLength, long result);
    }

    @Override
    public Optional<Account> user(String nameOrNumber) throws SystemException {
        NativeBuffer name = text(nameOrNumber);
        Optional<NativeBuffer> byName =
                find(
                        "getpwnam_r " + nameOrNumber,
                        (entry, memory, length, result) ->
                                Libc.getpwnam_r(name.address(), entry, memory, length, result));
        OptionalLong number = number(nameOrNumber);
        if (byName.isPresent() || number.isEmpty()) {
            return byName.map(entry -> account(nameOrNumber, entry));
        }
        Optional<NativeBuffer> byNumber =
                find(
                        "getpwuid_r " + nameOrNumber,
                        (entry, memory, length, result) ->
                                Libc.getpwuid_r(
                                        (int) number.getAsLong(), entry, memory, length, result));
        return byNumber.map(entry -> account(nameOrNumber, entry))
                .or(
                        () ->
                                Optional.of(
                                        new Account(
                                                nameOrNumber,
                                                number.getAsLong(),
                                                OptionalLong.empty())));
    }

    private static Account account(String name, NativeBuffer entry) {
        return new Account(
                name,
                Integer.toUnsignedLong(entry.bytes().getInt(PASSWD_UID)),
                OptionalLong.of(Integer.toUnsignedLong(entry.bytes().getInt(PASSWD_GID))));
    }

    @Override
    public OptionalLong group(String nameOrNumber) throws SystemException {
        NativeBuffer name = text(nameOrNumber);
        return find(
                        "getgrnam_r " + nameOrNumber,
                        (entry, memory, length, result) ->
                                Libc.getgrnam_r(name.address(), entry, memory, length, result))
                .map(entry -> Integer.toUnsignedLong(entry.bytes().getInt(GROUP_GID)))
                .map(OptionalLong::of)
                .orElseGet(() -> number(nameOrNumber));
    }

    @Override
    public Set<Long> groups(Account account, long group) throws SystemException {
        NativeBuffer name = text(account.name());
        NativeBuffer count = NativeBuffer.allocate(Integer.BYTES);
        for (int room = 64; room <= GROUPS_MAX; room *= 4) {
            NativeBuffer groups = NativeBuffer.allocate(room * Integer.BYTES);
            count.bytes().putInt(0, room);
            if (Libc.getgrouplist(name.address(), (int) group, groups.address(), count.address())
                    >= 0) {
                Set<Long> all = new HashSet<>();
                for (int i = 0; i < count.bytes().getInt(0); i++) {
                    all.add(Integer.toUnsignedLong(groups.bytes().getInt(i * Integer.BYTES)));
                }
                return all;
            }
        }
        throw new SystemException("getgrouplist " + account.name(), "ERANGE", "");
    }

    @Override
    public long ownUser() {
        return Integer.toUnsignedLong(Libc.geteuid());
    }

    @Override
    public long ownGroup() {
        return Integer.toUnsignedLong(Libc.getegid());
    }

    /** An entry, in whose memory only numbers are valid; empty if there is none. */
    private static Optional<NativeBuffer> find(String what, Lookup lookup) throws SystemException {
        NativeBuffer entry = NativeBuffer.allocate(ENTRY_BYTES);
        NativeBuffer result = NativeBuffer.allocate(Long.BYTES);
        for (int bytes = MEMORY_BYTES; bytes <= MEMORY_BYTES_MAX; bytes *= 4) {
            NativeBuffer memory = NativeBuffer.allocate(bytes);
            int errno = lookup.call(entry.address(), memory.address(), bytes, result.address());
            if (errno == 0) {
                boolean found = result.bytes().getLong(0) != 0;
                return found ? Optional.of(entry) : Optional.empty();
            }
            // "Not found" has many numbers, by the manual page.
            if (Set.of(Errno.ENOENT, Errno.ESRCH, Errno.EPERM).contains(errno)) {
                return Optional.empty();
            }
            if (errno != Errno.ERANGE && errno != Errno.EINTR) {
                throw new SystemException(what, Errno.name(errno), "");
            }
        }
        throw new SystemException(what, "ERANGE", "");
    }

    private static OptionalLong number(String text) {
        if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) > NUMBER_MAX) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    private static NativeBuffer text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        NativeBuffer memory = NativeBuffer.allocate(bytes.length + 1);
        memory.bytes().put(0, bytes);
        return memory;
    }
}
