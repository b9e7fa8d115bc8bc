package org.ninelives.daemon;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.system.HostName;
import org.ninelives.config.language.Environment;
import org.ninelives.config.language.IncludeCheck;
import org.ninelives.config.language.SourceFiles;

/** The configuration in the files of this machine. */
final class FileSource implements Source {

    private final String file;
    private final String configId;
    private final Path workingDirectory;
    private final Set<IncludeCheck> includeChecks;

    /**
     * Reads nothing yet.
     *
     * @param allIncludes whether each include must lead to files that can be read
     * @param configId what {@code -i} said; the host name up to its first dot stands in for it
     */
    FileSource(String file, Optional<String> configId, Path workingDirectory, boolean allIncludes) {
        includeChecks = allIncludes ? EnumSet.allOf(IncludeCheck.class) : Set.of();
        this.file = file;
        this.configId = configId.orElseGet(() -> Environment.firstLabel(HostName.read()));
        this.workingDirectory = workingDirectory.toAbsolutePath();
    }

    @Override
    public String file() {
        return file;
    }

    String configId() {
        return configId;
    }

    @Override
    public Set<IncludeCheck> includeChecks() {
        return includeChecks;
    }

    @Override
    public SourceFiles files() {
        return new FilesOnDisk(workingDirectory);
    }

    @Override
    public Environment environment() {
        return new Environment(
                configId,
                workingDirectory.toString(),
                name -> Optional.ofNullable(System.getenv(name)),
                System.nanoTime());
    }
}
