package org.ninelives.script.check;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.script.ScriptUser;
import org.ninelives.api.system.Account;
import org.ninelives.api.system.Accounts;
import org.ninelives.api.system.SystemException;

/** Finds out who runs a script: the user it names, that of script_user, or the default. */
final class Identities {

    static final String DEFAULT_USER = "keepalived_script";

    private final Accounts accounts;

    Identities(Accounts accounts) {
        this.accounts = accounts;
    }

    Identity of(Script script, ScriptRules rules) throws RefusedException {
        try {
            Optional<ScriptUser> named = script.user().or(rules::user);
            return named.isPresent() ? of(named.get(), rules.allGroups()) : byDefault(rules);
        } catch (SystemException e) {
            throw new RefusedException("its user cannot be looked up: " + e.getMessage());
        }
    }

    private Identity of(ScriptUser named, boolean allGroups)
            throws RefusedException, SystemException {
        Account account =
                accounts.user(named.user())
                        .orElseThrow(
                                () ->
                                        new RefusedException(
                                                "there is no user "
                                                        + named.user()
                                                        + "; a command with arguments stands in"
                                                        + " quotes"));
        return identity(account, group(named, account), allGroups);
    }

    private long group(ScriptUser named, Account account) throws RefusedException, SystemException {
        if (named.group().isEmpty()) {
            return account.group()
                    .orElseThrow(
                            () ->
                                    new RefusedException(
                                            "user "
                                                    + named.user()
                                                    + " has no entry in the user database, so"
                                                    + " its group must be named"));
        }
        OptionalLong group = accounts.group(named.group().get());
        return group.orElseThrow(
                () -> new RefusedException("there is no group " + named.group().get()));
    }

    private Identity byDefault(ScriptRules rules) throws RefusedException, SystemException {
        Account own =
                new Account(
                        Long.toString(accounts.ownUser()),
                        accounts.ownUser(),
                        OptionalLong.of(accounts.ownGroup()));
        Optional<Account> account =
                own.user() == 0 ? accounts.user(DEFAULT_USER) : Optional.of(own);
        if (account.isEmpty() && rules.secure()) {
            throw new RefusedException(
                    "enable_script_security is set and there is no user "
                            + DEFAULT_USER
                            + ": create it, or name another one by script_user");
        }
        Account chosen = account.orElse(own);
        return identity(chosen, chosen.group().orElse(own.group().getAsLong()), rules.allGroups());
    }

    private Identity identity(Account account, long group, boolean allGroups)
            throws SystemException {
        return new Identity(
                account, group, allGroups ? accounts.groups(account, group) : Set.of(group));
    }
}
