package org.ninelives.metrics.families;

import java.util.List;
import java.util.stream.Collectors;
import org.ninelives.metrics.families.Group.Description;

/** Writes the page about all metrics, from what the catalogue has. */
final class MetricPage {

    private static final String HEAD =
            """
            # The metrics

            What `metrics_address 127.0.0.1:9650` in `global_defs` serves at `/metrics`. This page is \
            made from the metrics
            themselves; after a change of one of them it is renewed by

                mvn -o test -pl bundles/metrics -am -Dtest=MetricPageTest \
            -Dmetrics.page=renew -Dsurefire.failIfNoSpecifiedTests=false

            A state is a gauge for each state with a label `state`: 1 for the one that is so, 0 for \
            the others, so that
            `ninelives_vrrp_instance_state{state="MASTER"} == 1` finds masters, and a sum counts them. \
            Counters begin with 0
            when the daemon starts, those of IPVS when a server is added to the kernel. What is not \
            known is absent. Names of
            servers are those of the log. Ages of adverts are by this node's clock that never jumps, \
            so those of two nodes can be
            compared. A histogram has the series `_bucket` with a label `le`, `_sum` and `_count`. With OpenMetrics (asked for by `Accept`) the `# TYPE` of a \
            counter is without `_total`.
            """;

    private MetricPage() {}

    static String of(List<Group<?>> groups) {
        StringBuilder text = new StringBuilder(HEAD);
        for (Group<?> group : groups) {
            text.append("\n## ").append(group.title()).append("\n\n| Metric | Kind | Labels | |\n");
            text.append("|---|---|---|---|\n");
            group.descriptions().forEach(metric -> text.append(row(metric)));
        }
        return text.toString();
    }

    private static String row(Description metric) {
        return "| `%s` | %s | %s | %s |%n"
                .formatted(
                        metric.name(),
                        metric.kind().word(),
                        metric.labels().stream()
                                .map(label -> "`" + label + "`")
                                .collect(Collectors.joining(", ")),
                        metric.help().replace("|", "\\|"));
    }
}
