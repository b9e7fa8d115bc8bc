package org.ninelives.daemon;

import org.ninelives.api.management.ChangeRow;
import org.ninelives.api.management.ReloadReport;

/** A plan as text for people. */
final class PlanText {

    private PlanText() {}

    /** One line says what would come of it, the others why. */
    static String of(ReloadReport plan) {
        StringBuilder text = new StringBuilder();
        text.append(
                plan.result().equals(Reports.REFUSED)
                        ? "A reload would be refused: " + plan.summary()
                        : "A reload would make " + plan.summary());
        text.append('\n');
        for (ChangeRow row : plan.table()) {
            String object = (row.kind() + " " + row.name()).strip();
            text.append("  %-6s %s".formatted(row.action(), object));
            text.append(row.what().isEmpty() ? "\n" : ": " + row.what() + "\n");
        }
        if (!plan.problems().isEmpty()) {
            text.append("Problems:\n");
            plan.problems().forEach(problem -> text.append("  ").append(problem).append('\n'));
        }
        return text.append("Hash ").append(plan.hash()).append('\n').toString();
    }
}
