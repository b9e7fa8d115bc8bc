package org.ninelives.api.system;

import java.nio.file.Path;
import java.util.Optional;
import org.ninelives.api.script.ScriptUser;
import org.osgi.annotation.versioning.ProviderType;

/** Opens named pipes, fifo(7), into which a daemon writes lines for whoever reads. Any thread. */
@ProviderType
public interface Fifos {

    /**
     * Opens a named pipe for writing, with or without a reader, and makes it when nothing is there.
     * One that is made has mode 0600; a symbolic link is not followed, and what another user has
     * put there is not used.
     *
     * @param path absolute
     * @param owner whom it is made for, or who may have made it; empty for the user of this process
     * @throws SystemException ENOENT if the folder or the user is not there; ELOOP for a symbolic
     *     link; EEXIST for something that is no FIFO; EACCES for one of another user
     */
    Fifo open(Path path, Optional<ScriptUser> owner) throws SystemException;
}
