package org.ninelives.api.system;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The users and groups of this machine, wherever it keeps them. May wait for a directory server, so
 * nothing for the thread of a loop.
 */
@ProviderType
public interface Accounts {

    /**
     * A user by name, or by number; a number needs no entry.
     *
     * @throws SystemException if the database cannot be asked
     */
    Optional<Account> user(String nameOrNumber) throws SystemException;

    /**
     * The number of a group by name, or by number; a number needs no entry.
     *
     * @throws SystemException if the database cannot be asked
     */
    OptionalLong group(String nameOrNumber) throws SystemException;

    /**
     * All groups of a user.
     *
     * @param group the first group, which is one of them
     */
    Set<Long> groups(Account account, long group) throws SystemException;

    /** The effective user of this process. */
    long ownUser();

    /** The effective group of this process. */
    long ownGroup();
}
