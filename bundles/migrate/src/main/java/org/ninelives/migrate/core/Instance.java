package org.ninelives.migrate.core;

import java.util.List;
import java.util.Optional;
import org.ninelives.config.Statement;

/**
 * What of a virtual router decides how long a change of master takes.
 *
 * @param intervalSeconds between adverts
 * @param skewUnitSeconds what the skew time is a part of: 1 in version 2, the interval in version 3
 * @param preempts whether it becomes master again when it returns
 */
record Instance(
        String name,
        boolean master,
        int priority,
        double intervalSeconds,
        double skewUnitSeconds,
        boolean preempts) {

    private static final int PRIORITY = 100;
    private static final int OWNER = 255;
    private static final double PRIORITIES = 256;
    private static final int ADVERTS = 3;

    /** Those of a configuration; what cannot be read has its default, the test tells about it. */
    static List<Instance> of(List<Statement> statements) {
        String version =
                first(statements, "global_defs")
                        .flatMap(block -> word(block, "vrrp_version"))
                        .orElse("2");
        return statements.stream()
                .filter(statement -> statement.keyword().equals("vrrp_instance"))
                .map(block -> of(block, version))
                .toList();
    }

    private static Instance of(Statement block, String versionOfAll) {
        boolean master = word(block, "state").orElse("").equalsIgnoreCase("MASTER");
        double interval = word(block, "advert_int").map(Instance::number).orElse(1.0);
        boolean three = word(block, "version").orElse(versionOfAll).equals("3");
        int priority =
                word(block, "priority")
                        .map(word -> (int) number(word))
                        .orElse(master ? OWNER : PRIORITY);
        return new Instance(
                block.arguments().isEmpty() ? "" : block.arguments().getFirst(),
                master,
                priority,
                interval,
                three ? interval : 1,
                first(block.body(), "nopreempt").isEmpty());
    }

    /** From a farewell to this backup's first advert. */
    double skewSeconds() {
        return (PRIORITIES - priority) / PRIORITIES * skewUnitSeconds;
    }

    /** From a start, or the last advert of a dead master, to this backup's first advert. */
    double masterDownSeconds() {
        return ADVERTS * intervalSeconds + skewSeconds();
    }

    private static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static Optional<String> word(Statement block, String keyword) {
        return first(block.body(), keyword)
                .filter(statement -> !statement.arguments().isEmpty())
                .map(statement -> statement.arguments().getFirst());
    }

    private static Optional<Statement> first(List<Statement> statements, String keyword) {
        return statements.stream()
                .filter(statement -> statement.keyword().equals(keyword))
                .findFirst();
    }
}
