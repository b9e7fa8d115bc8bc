package org.ninelives.metrics.families;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ninelives.metrics.families.Group.Description;

/** The page about metrics says what metrics there are; the dashboard and alerts use no others. */
class MetricPageTest {

    private static final Path DOC = Path.of("../../distribution/doc");
    private static final Path PAGE = DOC.resolve("metrics.md");
    private static final Pattern NAME =
            Pattern.compile("\\b((?:ninelives|jvm|process)_[a-z0-9_]+)(?:\\{([^}]*)})?");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+) *(?:=~|!~|!=|=)");

    private static List<Group<?>> groups() {
        return Look.groups(new Catalogue(new Happenings()));
    }

    private static Map<String, Description> metrics() {
        Map<String, Description> metrics = new TreeMap<>();
        groups().stream()
                .flatMap(group -> group.descriptions().stream())
                .flatMap(MetricPageTest::series)
                .forEach(metric -> metrics.put(metric.name(), metric));
        return metrics;
    }

    /** What Prometheus keeps of a metric: a histogram is several series to it. */
    private static Stream<Description> series(Description metric) {
        if (metric.kind() != Kind.HISTOGRAM) {
            return Stream.of(metric);
        }
        List<String> bounded = new ArrayList<>(metric.labels());
        bounded.add("le");
        return Stream.of(
                series(metric, "_bucket", bounded),
                series(metric, "_sum", metric.labels()),
                series(metric, "_count", metric.labels()));
    }

    private static Description series(Description metric, String suffix, List<String> labels) {
        return new Description(metric.name() + suffix, metric.kind(), metric.help(), labels);
    }

    @Test
    void itIsUpToDate() throws IOException {
        String page = MetricPage.of(groups());
        if (System.getProperty("metrics.page", "").equals("renew")) {
            Files.writeString(PAGE, page);
        }

        assertThat(page)
                .as("run this test with -Dmetrics.page=renew and look at the difference")
                .isEqualTo(Files.readString(PAGE));
    }

    @Test
    void theDashboardUsesWhatThereIs() throws IOException {
        JsonElement dashboard =
                JsonParser.parseString(Files.readString(DOC.resolve("grafana-dashboard.json")));
        List<String> expressions = new ArrayList<>();
        collect(dashboard, Set.of("expr", "query", "definition"), expressions);

        assertThat(expressions).hasSizeGreaterThan(20);
        assertThat(unknown(expressions)).isEmpty();
    }

    @Test
    void eachPanelHasANumberAndAPlaceOfItsOwn() throws IOException {
        JsonArray panels =
                JsonParser.parseString(Files.readString(DOC.resolve("grafana-dashboard.json")))
                        .getAsJsonObject()
                        .getAsJsonArray("panels");
        List<JsonObject> all = new ArrayList<>();
        panels.forEach(panel -> all.add(panel.getAsJsonObject()));

        assertThat(all).extracting(panel -> panel.get("id")).doesNotHaveDuplicates();
        assertThat(all).extracting(panel -> panel.get("gridPos")).doesNotHaveDuplicates();
        assertThat(all).extracting(panel -> panel.get("title")).doesNotHaveDuplicates();
    }

    @Test
    void theAlertsUseWhatThereIs() throws IOException {
        List<String> expressions =
                Files.readAllLines(DOC.resolve("alerts.yml")).stream()
                        .map(String::strip)
                        .filter(line -> line.startsWith("expr:"))
                        .toList();

        assertThat(expressions).hasSizeGreaterThan(8);
        assertThat(unknown(expressions)).isEmpty();
    }

    @Test
    void whatThereIsNotIsNoticed() {
        assertThat(
                        unknown(
                                List.of(
                                        "sum(ninelives_vrrp_instance_priority{vrrp=\"a\"})",
                                        "rate(ninelives_nothing_total[5m])",
                                        "up{job=\"ninelives\"}")))
                .containsExactly(
                        "ninelives_vrrp_instance_priority has no label vrrp",
                        "ninelives_nothing_total");
    }

    private static void collect(JsonElement element, Set<String> names, List<String> found) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(each -> collect(each, names, found));
        } else if (element.isJsonObject()) {
            element.getAsJsonObject()
                    .entrySet()
                    .forEach(
                            entry -> {
                                JsonElement value = entry.getValue();
                                if (names.contains(entry.getKey()) && value.isJsonPrimitive()) {
                                    found.add(value.getAsString());
                                }
                                collect(value, names, found);
                            });
        }
    }

    /** What these expressions name and is not there. */
    private static Set<String> unknown(List<String> expressions) {
        Map<String, Description> metrics = metrics();
        Set<String> unknown = new LinkedHashSet<>();
        for (String expression : expressions) {
            Matcher names = NAME.matcher(expression);
            while (names.find()) {
                Description metric = metrics.get(names.group(1));
                if (metric == null) {
                    unknown.add(names.group(1));
                } else if (names.group(2) != null) {
                    LABEL.matcher(names.group(2).replaceAll("\"[^\"]*\"", "\"\""))
                            .results()
                            .map(label -> label.group(1))
                            .filter(label -> !metric.labels().contains(label))
                            .filter(label -> !label.equals("instance") && !label.equals("job"))
                            .forEach(
                                    label -> unknown.add(metric.name() + " has no label " + label));
                }
            }
        }
        return unknown;
    }
}
