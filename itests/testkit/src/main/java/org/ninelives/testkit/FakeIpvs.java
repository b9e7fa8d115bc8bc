package org.ninelives.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ninelives.api.ipvs.DestinationKey;
import org.ninelives.api.ipvs.Ipvs;
import org.ninelives.api.ipvs.IpvsChange;
import org.ninelives.api.ipvs.IpvsCounters;
import org.ninelives.api.ipvs.IpvsFailure;
import org.ninelives.api.ipvs.IpvsKernel;
import org.ninelives.api.ipvs.IpvsTimeouts;
import org.ninelives.api.ipvs.ServiceEntry;
import org.ninelives.api.ipvs.ServiceKey;
import org.ninelives.api.ipvs.SyncDaemon;
import org.ninelives.api.system.SystemException;

/**
 * A kernel with IPVS that a test decides about: what it has, what goes through it, and what it
 * refuses. Its own network namespace is there; others are to be added. The same contract test holds
 * it and the real one.
 */
public final class FakeIpvs implements IpvsKernel {

    private final Map<Optional<String>, FakeIpvsTable> tables = new HashMap<>();
    private final List<IpvsChange> changes = new ArrayList<>();
    private final Set<String> missing = new HashSet<>();
    private Predicate<IpvsChange> refused = change -> false;
    private String refusalErrno = "";
    private boolean absent;
    private int opened;

    /** A kernel with all schedulers and nothing to balance. */
    public FakeIpvs() {
        tables.put(Optional.empty(), new FakeIpvsTable(missing));
    }

    /** A network namespace comes. */
    public synchronized void addNamespace(String name) {
        tables.put(Optional.of(name), new FakeIpvsTable(missing));
    }

    /** Whether the kernel is without IPVS from now on; what it had is gone then. */
    public synchronized void absent(boolean absent) {
        this.absent = absent;
        if (absent) {
            tables.replaceAll((name, table) -> new FakeIpvsTable(missing));
        }
    }

    /** A scheduler, a persistence engine or an interface that this kernel does not have. */
    public synchronized void without(String name) {
        missing.add(name);
    }

    /** From now on the changes for which this holds are refused. */
    public synchronized void refuse(Predicate<IpvsChange> which, String errno) {
        refused = which;
        refusalErrno = errno;
    }

    /** What was wanted through the ports so far, in order, and taken; not what others did. */
    public synchronized List<IpvsChange> changes() {
        return List.copyOf(changes);
    }

    /** Forgets what was wanted so far. */
    public synchronized void forgetChanges() {
        changes.clear();
    }

    /** How many ports are open. */
    public synchronized int opened() {
        return opened;
    }

    /** What the own network namespace has, in the kernel's order. */
    public List<ServiceEntry> services() {
        return services(Optional.empty());
    }

    /** What a network namespace has, in the kernel's order. */
    public synchronized List<ServiceEntry> services(Optional<String> networkNamespace) {
        return table(networkNamespace).services();
    }

    /** The sync daemons of the own network namespace. */
    public synchronized List<SyncDaemon> syncDaemons() {
        return table(Optional.empty()).syncDaemons();
    }

    /**
     * Another program changes the own network namespace.
     *
     * @throws AssertionError if the kernel would refuse it
     */
    public synchronized void others(IpvsChange... theirs) {
        for (IpvsChange change : theirs) {
            Optional<String> errno = table(Optional.empty()).apply(change);
            if (errno.isPresent()) {
                throw new AssertionError(change + ": " + errno.get());
            }
        }
    }

    /** The own network namespace has that many connections to a destination from now on. */
    public synchronized void connections(
            ServiceKey service, DestinationKey destination, long active, long inactive) {
        table(Optional.empty()).connections(service, destination, active, inactive);
    }

    /** That much has gone through a destination of the own network namespace. */
    public synchronized void counters(
            ServiceKey service, DestinationKey destination, IpvsCounters counters) {
        table(Optional.empty()).counters(service, destination, counters);
    }

    private FakeIpvsTable table(Optional<String> networkNamespace) {
        FakeIpvsTable table = tables.get(networkNamespace);
        if (table == null) {
            throw new AssertionError("no network namespace " + networkNamespace);
        }
        return table;
    }

    @Override
    public synchronized Ipvs open(Optional<String> networkNamespace) throws SystemException {
        if (!tables.containsKey(networkNamespace)) {
            throw new SystemException(networkNamespace + ": open", "ENOENT", "");
        }
        checkPresent();
        opened++;
        return new Port(networkNamespace);
    }

    private void checkPresent() throws SystemException {
        if (absent) {
            throw new SystemException("IPVS", "ENOENT", "");
        }
    }

    private synchronized FakeIpvsTable present(Optional<String> networkNamespace)
            throws SystemException {
        checkPresent();
        return table(networkNamespace);
    }

    private synchronized List<IpvsFailure> apply(
            Optional<String> networkNamespace, List<IpvsChange> wanted) throws SystemException {
        FakeIpvsTable table = present(networkNamespace);
        List<IpvsFailure> failures = new ArrayList<>();
        for (IpvsChange change : wanted) {
            Optional<String> errno =
                    refused.test(change) ? Optional.of(refusalErrno) : table.apply(change);
            if (errno.isPresent()) {
                SystemException cause = new SystemException(change.toString(), errno.get(), "");
                failures.add(new IpvsFailure(change, cause));
            } else {
                changes.add(change);
            }
        }
        return failures;
    }

    private synchronized void closed() {
        opened--;
    }

    /** The way into one network namespace. */
    private final class Port implements Ipvs {

        private final Optional<String> networkNamespace;
        private boolean closed;

        Port(Optional<String> networkNamespace) {
            this.networkNamespace = networkNamespace;
        }

        private FakeIpvsTable table() throws SystemException {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            return present(networkNamespace);
        }

        @Override
        public String version() throws SystemException {
            table();
            return "1.2.1";
        }

        @Override
        public List<ServiceEntry> services() throws SystemException {
            synchronized (FakeIpvs.this) {
                return table().services();
            }
        }

        @Override
        public Optional<ServiceEntry> service(ServiceKey key) throws SystemException {
            synchronized (FakeIpvs.this) {
                return table().service(key);
            }
        }

        @Override
        public IpvsTimeouts timeouts() throws SystemException {
            synchronized (FakeIpvs.this) {
                return table().timeouts();
            }
        }

        @Override
        public List<SyncDaemon> syncDaemons() throws SystemException {
            synchronized (FakeIpvs.this) {
                return table().syncDaemons();
            }
        }

        @Override
        public List<IpvsFailure> apply(List<IpvsChange> wanted) throws SystemException {
            table();
            return FakeIpvs.this.apply(networkNamespace, wanted);
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                FakeIpvs.this.closed();
            }
        }
    }
}
