package org.ninelives.migrate.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ninelives.config.Problem;
import org.ninelives.config.Statement;

/**
 * What a change-over means.
 *
 * @param file the configuration, as the operator names it
 * @param findings in the order of the table
 * @param problems what the test of the configuration tells, in the order of the files
 * @param steps the commands, in order
 */
public record Assessment(
        String file, List<Finding> findings, List<Problem> problems, List<Step> steps) {

    public Assessment {
        findings = List.copyOf(findings);
        problems = List.copyOf(problems);
        steps = List.copyOf(steps);
    }

    /**
     * Judges a configuration on a machine.
     *
     * @param rules the table
     * @param configuration what stands outside all blocks
     * @param machine a block {@code machine} of what was found on it
     */
    public static Assessment of(
            String file,
            List<Rule> rules,
            List<Statement> configuration,
            Statement machine,
            List<Problem> problems) {
        List<Statement> all = new ArrayList<>(configuration);
        all.add(machine);
        return new Assessment(
                file,
                rules.stream().map(rule -> rule.applyTo(all)).flatMap(Optional::stream).toList(),
                problems,
                new ChangeOver(file, all).steps());
    }

    /** 0 nothing to worry about, 3 something to read before, 4 something would not run. */
    public int status() {
        return Stream.concat(
                        findings.stream().map(Finding::weight), problems.stream().map(Weight::of))
                .max(Comparator.naturalOrder())
                .orElse(Weight.NOTHING)
                .status();
    }
}
