package org.ninelives.daemon;

import java.util.ArrayList;
import java.util.List;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.config.Problem;
import org.ninelives.config.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A configuration that every section has looked at: ready to be applied, with nothing touched yet.
 *
 * @param reading what was read
 * @param sections what is ready, in the order of application
 * @param problems those of the reading and of the sections, in the order of the files
 * @param changes what applying it does, objects that stay included
 */
record Preparation(
        Reading reading,
        List<PreparedSection> sections,
        List<Problem> problems,
        List<PlannedChange> changes) {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    /** Lets each section prepare; one that throws is one error, and the others go on. */
    static Preparation of(Reading reading, List<ConfigSection> sections) {
        Problems problems = new Problems();
        reading.problems().forEach(problems::add);
        List<PreparedSection> prepared = new ArrayList<>();
        List<PlannedChange> changes = new ArrayList<>();
        for (ConfigSection section : sections) {
            try {
                ConfigSection.Prepared part =
                        section.prepare(reading.root(), reading.globalDefs(), problems);
                // Asked now: once it is applied, a section may see no difference any more.
                changes.addAll(part.changes());
                prepared.add(new PreparedSection(section, part));
            } catch (RuntimeException e) {
                LOG.error("{} failed to read its configuration", section.getClass().getName(), e);
                problems.cannotRun(
                        reading.parsed().position(),
                        section.getClass().getSimpleName(),
                        "failed with " + e + "; nothing of it runs, the log tells more");
            }
        }
        return new Preparation(
                reading,
                List.copyOf(prepared),
                ProblemLines.inFileOrder(problems.all(), reading.parsed().files()),
                List.copyOf(changes));
    }

    /** Whether something is there to run afterwards. */
    boolean runsSomething() {
        return changes.stream().anyMatch(change -> change.kind() != PlannedChange.Kind.REMOVE);
    }
}
