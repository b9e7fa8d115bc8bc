package org.ninelives.metrics.families;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The metrics of one sort of objects, which share their labels. Immutable once it is built.
 *
 * @param <T> what they are about
 */
public final class Group<T> {

    private final String title;
    private final String prefix;
    private final String[] labels;
    private final Function<World, List<T>> objects;
    private final BiFunction<T, Integer, String> labelValue;
    private final List<Family<T>> families = new ArrayList<>();

    /**
     * Without any metric yet.
     *
     * @param title a word for people and labels
     * @param prefix what the names of all begin with
     * @param labels their names
     * @param objects finds them; may wait for a loop
     * @param labelValue tells a label of an object, by its place
     */
    Group(
            String title,
            String prefix,
            List<String> labels,
            Function<World, List<T>> objects,
            BiFunction<T, Integer, String> labelValue) {
        this.title = title;
        this.prefix = prefix;
        this.labels = labels.toArray(String[]::new);
        this.objects = objects;
        this.labelValue = labelValue;
    }

    /** Without any metric yet, of what is there once at most and needs no label. */
    static <T> Group<T> single(String title, String prefix, Function<World, List<T>> objects) {
        return new Group<>(title, prefix, List.of(), objects, (object, place) -> "");
    }

    /** What goes up and down. */
    Group<T> gauge(String name, String help, ToDoubleFunction<T> value) {
        return add(name, Kind.GAUGE, help, value);
    }

    /** What only grows. */
    Group<T> counter(String name, String help, ToDoubleFunction<T> value) {
        return add(name, Kind.COUNTER, help, value);
    }

    private Group<T> add(String name, Kind kind, String help, ToDoubleFunction<T> value) {
        return add(
                name,
                kind,
                help,
                List.of(),
                (object, sink) -> sink.add(value.applyAsDouble(object)));
    }

    /** Several that only grow, told apart by a label. */
    Group<T> counters(
            String name, String help, String label, Function<T, Map<String, ? extends Number>> by) {
        return add(name, Kind.COUNTER, help, List.of(label), each(by));
    }

    /** Several that go up and down, told apart by a label. */
    Group<T> gauges(
            String name, String help, String label, Function<T, Map<String, ? extends Number>> by) {
        return add(name, Kind.GAUGE, help, List.of(label), each(by));
    }

    private static <T> Family.Reader<T> each(Function<T, Map<String, ? extends Number>> by) {
        return (object, sink) ->
                by.apply(object).forEach((value, number) -> sink.add(number.doubleValue(), value));
    }

    /** How often values lay between bounds, and their sum. */
    Group<T> histogram(
            String name,
            String help,
            Function<T, ClassicHistogramBuckets> buckets,
            ToDoubleFunction<T> sum) {
        return add(
                name,
                Kind.HISTOGRAM,
                help,
                List.of(),
                (object, sink) -> sink.add(buckets.apply(object), sum.applyAsDouble(object)));
    }

    /** One of several states: 1 for the one that is so, 0 for the others. */
    Group<T> states(String name, String help, List<String> states, Function<T, String> now) {
        return add(
                name,
                Kind.GAUGE,
                help + ": 1 for the one of " + String.join(", ", states) + " that is so, else 0",
                List.of("state"),
                (object, sink) -> {
                    String is = now.apply(object);
                    states.forEach(state -> sink.add(state.equals(is) ? 1 : 0, state));
                });
    }

    /** What does not change often, as labels. */
    Group<T> info(String name, String help, List<String> names, Function<T, List<String>> values) {
        return add(
                name,
                Kind.INFO,
                help,
                names,
                (object, sink) -> sink.add(1, values.apply(object).toArray(String[]::new)));
    }

    private Group<T> add(
            String name, Kind kind, String help, List<String> own, Family.Reader<T> reader) {
        families.add(new Family<>(prefix + name, kind, help, own, reader));
        return this;
    }

    private Labels labelsOf(T object) {
        String[] values = new String[labels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = labelValue.apply(object, i);
        }
        return Labels.of(labels, values);
    }

    /** A word for people and labels. */
    public String title() {
        return title;
    }

    /** All its metrics, for manuals. */
    public List<Description> descriptions() {
        return families.stream()
                .map(
                        family -> {
                            List<String> all = new ArrayList<>(List.of(labels));
                            all.addAll(family.labels());
                            return new Description(
                                    family.name(),
                                    family.kind(),
                                    family.help(),
                                    Collections.unmodifiableList(all));
                        })
                .toList();
    }

    /**
     * Reads all its objects. May wait for a loop, some seconds if that hangs.
     *
     * @throws IllegalStateException if a loop does not answer
     */
    Reading read(World world) {
        Map<Labels, T> read = new TreeMap<>();
        // In the order in which the library wants them, sorted once for all metrics. One that is
        // being replaced may be there twice.
        objects.apply(world).forEach(object -> read.putIfAbsent(labelsOf(object), object));
        return Reading.of(families, read);
    }

    /** A metric as a manual tells of it. */
    public record Description(String name, Kind kind, String help, List<String> labels) {}
}
