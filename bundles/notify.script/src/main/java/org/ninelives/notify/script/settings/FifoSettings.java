package org.ninelives.notify.script.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptUser;

/**
 * One FIFO.
 *
 * @param path absolute
 * @param owner whom it is made for; empty for the user of the daemon
 * @param reader the program that is started to read it
 */
public record FifoSettings(Path path, Optional<ScriptUser> owner, Optional<Script> reader) {}
