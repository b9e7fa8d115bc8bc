package org.ninelives.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.ipvs.FwmarkRule;
import org.ninelives.api.ipvs.FwmarkTable;
import org.ninelives.api.ipvs.FwmarkTables;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.SystemException;

/** Remembers which packets are marked, and marks none. */
public final class FakeFwmarkTables implements FwmarkTables {

    private final Map<Name, List<FwmarkRule>> tables = new LinkedHashMap<>();
    private String refusalErrno = "";

    /**
     * Which table.
     *
     * @param networkNamespace empty for the own one
     */
    public record Name(Optional<String> networkNamespace, String table, int priority) {}

    /** The tables that are there, with their rules. */
    public synchronized Map<Name, List<FwmarkRule>> tables() {
        return Map.copyOf(tables);
    }

    /** From now on nothing can be changed; an empty errno ends that. */
    public synchronized void refuse(String errno) {
        refusalErrno = errno;
    }

    @Override
    public synchronized FwmarkTable open(
            Optional<String> networkNamespace, String name, int priority) throws SystemException {
        check();
        return new Table(new Name(networkNamespace, name, priority));
    }

    private void check() throws SystemException {
        if (!refusalErrno.isEmpty()) {
            throw new SystemException("NFT_MSG_NEWTABLE", refusalErrno, "");
        }
    }

    private synchronized void set(Name name, List<FwmarkRule> rules) throws SystemException {
        check();
        for (int i = 0; i < rules.size(); i++) {
            for (FwmarkRule other : rules.subList(0, i)) {
                checkPair(name, rules.get(i), other);
            }
        }
        tables.remove(name);
        if (!rules.isEmpty()) {
            tables.put(name, List.copyOf(rules));
        }
    }

    /** The kernel looks whether an end of what comes later is in what came before. */
    private static void checkPair(Name name, FwmarkRule later, FwmarkRule before)
            throws SystemException {
        boolean isSeen =
                contains(before, later, later.first(), later.port())
                        || contains(before, later, later.last(), later.port());
        if (isSeen && !later.equals(before)) {
            throw new SystemException(name.table(), "EEXIST", "");
        }
    }

    private static boolean contains(
            FwmarkRule rule, FwmarkRule other, IpAddress address, int port) {
        return rule.protocol() == other.protocol()
                && rule.first().family() == address.family()
                && rule.first().compareTo(address) <= 0
                && rule.last().compareTo(address) >= 0
                && (rule.port() == port || rule.port() == 0);
    }

    private synchronized void remove(Name name) {
        tables.remove(name);
    }

    /** One of them. */
    private final class Table implements FwmarkTable {

        private final Name name;

        Table(Name name) {
            this.name = name;
        }

        @Override
        public void set(List<FwmarkRule> rules) throws SystemException {
            FakeFwmarkTables.this.set(name, rules);
        }

        @Override
        public void close() {
            remove(name);
        }
    }
}
