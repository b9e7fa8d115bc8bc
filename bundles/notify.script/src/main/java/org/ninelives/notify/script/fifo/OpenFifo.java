package org.ninelives.notify.script.fifo;

import java.nio.file.Path;
import java.util.Optional;
import org.ninelives.api.management.NotifierBean;
import org.ninelives.api.script.ScriptUser;
import org.ninelives.api.system.Fifo;
import org.ninelives.api.system.SystemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A FIFO that is open, and how many lines it did not take. */
final class OpenFifo {

    private static final Logger LOG = LoggerFactory.getLogger(OpenFifo.class);

    private final Path path;
    private final Optional<ScriptUser> owner;
    private final Fifo fifo;
    private final NotifierBean bean;
    private long lost;

    OpenFifo(Path path, Optional<ScriptUser> owner, Fifo fifo) {
        this.path = path;
        this.owner = owner;
        this.fifo = fifo;
        bean = new NotifierBean(path.toString());
    }

    Path path() {
        return path;
    }

    Optional<ScriptUser> owner() {
        return owner;
    }

    /** Counts the lines. */
    NotifierBean bean() {
        return bean;
    }

    /** Told when it begins to lose lines and when it ends, as a storm of words helps nobody. */
    void write(String line) {
        bean.add();
        try {
            fifo.write(line);
            bean.tell();
            if (lost > 0) {
                LOG.warn("FIFO {} takes lines again, {} were lost", path, lost);
                lost = 0;
            }
        } catch (SystemException e) {
            lost++;
            bean.drop(e.getMessage());
            if (lost == 1) {
                LOG.warn("FIFO {} lost the line {}: {}", path, line, e.getMessage());
            }
        }
    }

    void close() {
        if (lost > 0) {
            LOG.warn("FIFO {} has lost {} lines", path, lost);
        }
        fifo.close();
    }
}
