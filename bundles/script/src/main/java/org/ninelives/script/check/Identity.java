package org.ninelives.script.check;

import java.util.Set;
import org.ninelives.api.system.Account;
import org.ninelives.api.system.PathElement;

/**
 * Who runs a script.
 *
 * @param group the number of its first group
 * @param groups the numbers of all groups it has, the first one included
 */
public record Identity(Account account, long group, Set<Long> groups) {

    private static final int OTHERS = 0;
    private static final int GROUP = 3;
    private static final int OWNER = 6;

    public Identity {
        groups = Set.copyOf(groups);
    }

    public boolean isRoot() {
        return account.user() == 0;
    }

    /** Whether it may execute a file or search a directory, by their modes. */
    boolean mayExecute(PathElement element) {
        if (isRoot()) {
            return element.directory() || (element.mode() & 0111) != 0;
        }
        return mayExecute(element.mode() >> who(element));
    }

    private static boolean mayExecute(int bits) {
        return (bits & 1) != 0;
    }

    private int who(PathElement element) {
        if (element.user() == account.user()) {
            return OWNER;
        }
        return groups.contains(element.group()) ? GROUP : OTHERS;
    }
}
