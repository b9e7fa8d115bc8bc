package org.ninelives.linux.nftables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.system.SystemException;
import org.ninelives.linux.poll.Alarm;
import org.ninelives.linux.poll.Poller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts our tables back when others change them. */
final class TableWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TableWatch.class);

    private static final String SOMEONE = "another program";

    private final Collection<OwnTable> tables;
    private final BatchSocket socket;
    private final Alarm alarm;
    private final Restorations restorations = new Restorations();

    /** What was done to which table, to be put back. */
    private final Map<OwnTable, String> damages = new LinkedHashMap<>();

    private String culprit = SOMEONE;
    private boolean failing;

    TableWatch(Poller poller, Collection<OwnTable> tables, BatchSocket socket)
            throws SystemException {
        this.tables = tables;
        this.socket = socket;
        alarm = new Alarm(poller, this::restore);
    }

    /** Hears what others did. */
    void happened(TableEvent event) {
        switch (event) {
            case TableEvent.Changed changed ->
                    tables.stream()
                            .filter(table -> table.exists() && isAbout(table.name(), changed))
                            .forEach(table -> noteDamage(table, changed));
            case TableEvent.Committed committed -> {
                if (!damages.isEmpty()) {
                    culprit = committed.who().isEmpty() ? SOMEONE : committed.who();
                    restoreSoon();
                }
            }
        }
    }

    private static boolean isAbout(TableName name, TableEvent.Changed changed) {
        return name.protocol() == changed.protocol() && name.name().equals(changed.table());
    }

    /** That a table was removed outweighs all else that was done to it. */
    private void noteDamage(OwnTable table, TableEvent.Changed changed) {
        if (changed.removed()) {
            damages.put(table, "removed");
        } else {
            damages.putIfAbsent(table, "changed");
        }
    }

    /** Nobody knows what happened, so the tables are written anew. */
    void eventsLost() {
        for (OwnTable table : tables) {
            if (table.exists()) {
                damages.putIfAbsent(table, "perhaps changed (events were lost)");
            }
        }
        culprit = SOMEONE;
        if (!damages.isEmpty()) {
            restoreSoon();
        }
    }

    private void restoreSoon() {
        long wait = restorations.waitNanos(System.nanoTime());
        if (wait == 0) {
            restore();
        } else {
            alarm.set(wait);
        }
    }

    private void restore() {
        List<String> restored = new ArrayList<>();
        Optional<SystemException> failure = Optional.empty();
        for (Map.Entry<OwnTable, String> damage : Map.copyOf(damages).entrySet()) {
            OwnTable table = damage.getKey();
            try {
                if (table.exists()) {
                    table.restore(socket);
                    restored.add(table.name() + " was " + damage.getValue());
                }
                damages.remove(table);
            } catch (SystemException e) {
                failure = Optional.of(e);
            }
        }
        if (failure.isPresent()) {
            restorations.note(System.nanoTime());
            tellFailure(failure.get());
            alarm.set(restorations.waitNanos(System.nanoTime()));
        } else if (!restored.isEmpty()) {
            failing = false;
            restorations.note(System.nanoTime()).ifPresent(times -> tell(restored, times));
        }
    }

    private void tell(List<String> restored, int times) {
        LOG.warn(
                "{} by {}, and put back{}",
                String.join(", ", restored),
                culprit,
                times == 1 ? "" : ", as " + times + " times since this was told last");
    }

    private void tellFailure(SystemException cause) {
        if (!failing) {
            failing = true;
            LOG.error(
                    "{}; what {} removed cannot be put back, so addresses that should not answer"
                            + " do",
                    cause.getMessage(),
                    culprit);
        }
    }

    @Override
    public void close() {
        alarm.close();
    }
}
