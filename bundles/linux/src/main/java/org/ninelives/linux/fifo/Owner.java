package org.ninelives.linux.fifo;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.ninelives.api.script.ScriptUser;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.libc.Libc;
import org.ninelives.linux.libc.NativeBuffer;

/**
 * A user and a group by number.
 *
 * @param group {@link #UNCHANGED} for a user given by number, of whom no group is known
 */
record Owner(int user, int group) {

    /** What chown(2) takes for a number that shall stay as it is. */
    static final int UNCHANGED = -1;

    /** Names in directory services can have long entries. */
    private static final int STRINGS_BYTES = 64 * 1024;

    // struct passwd and struct group on a 64-bit machine: two pointers come first.
    private static final int ENTRY_BYTES = 64;
    private static final int PASSWD_UID = 16;
    private static final int PASSWD_GID = 20;
    private static final int GROUP_GID = 16;

    private interface Lookup {
        int call(long name, long entry, long strings, long length, long result);
    }

    /**
     * Finds the numbers of a user.
     *
     * @throws SystemException ENOENT if the user or the group does not exist
     */
    static Owner of(ScriptUser wanted) throws SystemException {
        Optional<Owner> user =
                find(wanted.user(), Libc::getpwnam_r)
                        .map(
                                entry ->
                                        new Owner(
                                                entry.bytes().getInt(PASSWD_UID),
                                                entry.bytes().getInt(PASSWD_GID)))
                        .or(() -> number(wanted.user()).map(uid -> new Owner(uid, UNCHANGED)));
        if (user.isEmpty()) {
            throw missing("user", wanted.user());
        }
        return wanted.group().isEmpty()
                ? user.get()
                : new Owner(user.get().user(), groupOf(wanted.group().get()));
    }

    private static int groupOf(String name) throws SystemException {
        return find(name, Libc::getgrnam_r)
                .map(entry -> entry.bytes().getInt(GROUP_GID))
                .or(() -> number(name))
                .orElseThrow(() -> missing("group", name));
    }

    private static Optional<NativeBuffer> find(String name, Lookup lookup) {
        NativeBuffer text = text(name);
        NativeBuffer entry = NativeBuffer.allocate(ENTRY_BYTES);
        NativeBuffer strings = NativeBuffer.allocate(STRINGS_BYTES);
        NativeBuffer result = NativeBuffer.allocate(Long.BYTES);
        lookup.call(
                text.address(),
                entry.address(),
                strings.address(),
                strings.size(),
                result.address());
        // The result points to the entry, or nowhere.
        return result.bytes().getLong(0) == 0 ? Optional.empty() : Optional.of(entry);
    }

    /** A string of the C library. */
    static NativeBuffer text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        NativeBuffer buffer = NativeBuffer.allocate(bytes.length + 1);
        buffer.bytes().put(0, bytes);
        return buffer;
    }

    private static Optional<Integer> number(String word) {
        return word.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(word)) : Optional.empty();
    }

    private static SystemException missing(String what, String name) {
        return new SystemException(what + " " + name, "ENOENT", "there is no such " + what);
    }
}
