package org.ninelives.track.process.core;

import java.util.List;
import java.util.Optional;
import org.ninelives.api.system.ProcessEvent;
import org.ninelives.api.system.RunningProcess;

/** What a {@link ProcessCount} is told. */
public sealed interface Input {

    /** Exactly these are to be tracked from now on. */
    record Track(List<ProcessSettings> settings) implements Input {

        public Track {
            settings = List.copyOf(settings);
        }
    }

    /** These are all processes there are, as {@link Effect.ListProcesses} asked. */
    record Listed(List<RunningProcess> processes) implements Input {}

    /** This is what a process is now, as {@link Effect.LookAt} asked; empty when it has ended. */
    record LookedAt(Optional<RunningProcess> process) implements Input {}

    /** The kernel tells of a process. */
    record Happened(ProcessEvent event) implements Input {}

    /** The deadline has come. */
    record Tick() implements Input {}
}
