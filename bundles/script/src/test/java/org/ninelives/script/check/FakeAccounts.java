package org.ninelives.script.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ninelives.api.system.Account;
import org.ninelives.api.system.Accounts;

/** A user database in memory. */
public final class FakeAccounts implements Accounts {

    private final Map<String, Account> users = new HashMap<>();
    private final Map<String, Long> groupNumbers = new HashMap<>();
    private Set<Long> groups = Set.of();
    private long ownUser;

    public FakeAccounts() {
        add("root", 0, 0).add("nobody", 65534, 65534);
    }

    public FakeAccounts add(String name, long user, long group) {
        users.put(name, new Account(name, user, OptionalLong.of(group)));
        groupNumbers.put(name, group);
        return this;
    }

    FakeAccounts addWithoutGroup(String name, long user) {
        users.put(name, new Account(name, user, OptionalLong.empty()));
        return this;
    }

    FakeAccounts everybodyHas(Long... numbers) {
        groups = Set.of(numbers);
        return this;
    }

    FakeAccounts runBy(long user) {
        ownUser = user;
        return this;
    }

    @Override
    public Optional<Account> user(String nameOrNumber) {
        return Optional.ofNullable(users.get(nameOrNumber));
    }

    @Override
    public OptionalLong group(String nameOrNumber) {
        Long number = groupNumbers.get(nameOrNumber);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    @Override
    public Set<Long> groups(Account account, long group) {
        return groups;
    }

    @Override
    public long ownUser() {
        return ownUser;
    }

    @Override
    public long ownGroup() {
        return ownUser;
    }
}
