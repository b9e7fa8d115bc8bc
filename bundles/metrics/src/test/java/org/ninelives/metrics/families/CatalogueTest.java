package org.ninelives.metrics.families;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ninelives.metrics.families.Group.Description;

/** Names keep what Prometheus asks of names. */
class CatalogueTest {

    private static List<Description> all() {
        return Look.groups(new Catalogue(new Happenings())).stream()
                .flatMap(group -> group.descriptions().stream())
                .toList();
    }

    @Test
    void everyMetricHasANameOfItsOwn() {
        assertThat(all()).hasSizeGreaterThan(100);
        assertThat(all()).extracting(Description::name).doesNotHaveDuplicates();
        assertThat(all())
                .extracting(Description::name)
                .allMatch(name -> name.matches("(ninelives|jvm|process)(_[a-z0-9]+)+"));
    }

    @Test
    void countersEndWithTotalAndNothingElseDoes() {
        assertThat(all())
                .allSatisfy(
                        metric ->
                                assertThat(metric.name().endsWith("_total"))
                                        .as(metric.name())
                                        .isEqualTo(metric.kind() == Kind.COUNTER));
    }

    @Test
    void unitsAreSecondsAndBytes() {
        assertThat(all())
                .extracting(Description::name)
                .noneMatch(
                        name ->
                                name.matches(
                                        ".*_(milli|micro|nano).*|.*_(ms|us|kb|percent)(_.*)?"));
    }

    @Test
    void everyMetricIsExplained() {
        assertThat(all()).allMatch(metric -> metric.help().length() > 5, "has a help");
        assertThat(all()).noneMatch(metric -> metric.help().endsWith("."), "no sentence ends");
    }

    /** Prometheus itself gives these two to each target. */
    @Test
    void noLabelHidesThoseOfThePrometheusServer() {
        assertThat(all())
                .flatExtracting(Description::labels)
                .allMatch(label -> label.matches("[a-z_]+"))
                .doesNotContain("instance", "job", "le");
    }

    @Test
    void everythingThatIsToldIsDescribed() throws IOException {
        Look look = new Look(new Catalogue(new Happenings()), Scenes::oneOfEach, () -> 0);

        Map<String, Description> described =
                all().stream().collect(Collectors.toMap(Description::name, each -> each));
        List<String> told = new ArrayList<>();
        look.around(metric -> told.add(metric.getMetadata().getName()));
        assertThat(told)
                .hasSize(described.size())
                .allMatch(
                        name ->
                                described.containsKey(name)
                                        || described.containsKey(name + "_total")
                                        || described.containsKey(name + "_info"));
    }
}
