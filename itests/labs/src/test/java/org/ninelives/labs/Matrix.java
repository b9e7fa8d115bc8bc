package org.ninelives.labs;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The cells of the lab {@code matrix} and what became of each. A cell that does not behave is noted
 * and does not keep the others from going on.
 */
final class Matrix {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Lab lab;
    private final List<Cell> cells = Cell.all();
    private final Map<Cell, StringBuilder> evidence = new LinkedHashMap<>();
    private final Map<Cell, StringBuilder> failures = new LinkedHashMap<>();

    Matrix(Lab lab) {
        this.lab = lab;
        cells.forEach(cell -> evidence.put(cell, new StringBuilder()));
        cells.forEach(cell -> failures.put(cell, new StringBuilder()));
    }

    int size() {
        return cells.size();
    }

    String configuration(String node) {
        return cells.stream().map(cell -> cell.text(node)).collect(Collectors.joining("\n"));
    }

    /** The cells that fulfil a condition. */
    List<Cell> having(Predicate<Cell> condition) {
        return cells.stream().filter(condition).toList();
    }

    /** Waits until one node has all addresses of these cells and the other none. */
    void awaitOwner(String moment, Collection<Cell> some, Node owner, Node other) {
        List<String> all = some.stream().flatMap(cell -> cell.addresses().stream()).toList();
        settle(() -> owner.ownedOf(all).size() == all.size() && other.ownedOf(all).isEmpty());
        Set<String> owned = owner.ownedOf(all);
        Set<String> stranded = other.ownedOf(all);
        for (Cell cell : some) {
            check(
                    cell,
                    owned.containsAll(cell.addresses()),
                    moment + ": " + owner.name() + " has not " + cell.addresses());
            check(
                    cell,
                    cell.addresses().stream().noneMatch(stranded::contains),
                    moment + ": " + other.name() + " has " + cell.addresses());
        }
    }

    /** Waits until a client reaches the addresses of these cells, and at the owner's. */
    void awaitAnswers(String moment, Collection<Cell> some, Node owner) {
        Node client = lab.node("client");
        List<String> all = some.stream().flatMap(cell -> cell.addresses().stream()).toList();
        settle(() -> client.answering(all).size() == all.size());
        Set<String> answering = client.answering(all);
        Map<String, String> neighbours = client.neighbours();
        for (Cell cell : some) {
            for (String address : cell.addresses()) {
                check(cell, answering.contains(address), moment + ": no answer from " + address);
                check(
                        cell,
                        owner.macAddress().equals(neighbours.get(address)),
                        moment + ": " + address + " is at " + neighbours.get(address));
            }
        }
    }

    /** Waits for one more advert of each cell. */
    void awaitAdverts(Collection<Cell> some, Node sender) {
        awaitAdverts(some, sender, Instant.now());
    }

    /** Waits for an advert of each cell that was sent after the given time. */
    void awaitAdverts(Collection<Cell> some, Node sender, Instant after) {
        settle(() -> some.stream().allMatch(cell -> first(cell, sender, after).isPresent()));
        some.forEach(
                cell ->
                        check(
                                cell,
                                first(cell, sender, after).isPresent(),
                                "no advert of " + sender.name() + " after " + after));
    }

    /** The first advert of a cell that a node sent after the given time. */
    Optional<Instant> first(Cell cell, Node sender, Instant after) {
        return adverts(cell, sender).stream()
                .map(Advert::time)
                .filter(time -> time.isAfter(after))
                .findFirst();
    }

    /** The adverts of a cell that a node sent, oldest first. */
    List<Advert> adverts(Cell cell, Node sender) {
        return lab.wire().adverts().stream()
                .filter(advert -> advert.vrid() == cell.vrid())
                .filter(advert -> advert.frame().sender().equals(sender.macAddress()))
                .toList();
    }

    /** The nodes that sent a cell's adverts, each once for as long as the other was silent. */
    String turns(Cell cell) {
        StringBuilder turns = new StringBuilder();
        for (Advert advert : lab.wire().adverts()) {
            if (advert.vrid() == cell.vrid()) {
                boolean isA = advert.frame().sender().equals(lab.node("a").macAddress());
                String node = isA ? "a" : "b";
                turns.append(turns.toString().endsWith(node) ? "" : node);
            }
        }
        return turns.toString();
    }

    /** Holds the time between two moments against its bounds, and notes it. */
    void measure(
            Cell cell,
            String what,
            Optional<Instant> begin,
            Optional<Instant> end,
            Duration least,
            Duration most) {
        if (begin.isEmpty() || end.isEmpty()) {
            check(cell, false, what + ": no advert");
            return;
        }
        Duration time = Duration.between(begin.get(), end.get());
        String seconds = "%s %.3f s".formatted(what, time.toNanos() / 1e9);
        tell(cell, seconds);
        check(
                cell,
                time.compareTo(least) >= 0 && time.compareTo(most) <= 0,
                seconds + " is not in " + least + ".." + most);
    }

    void tell(Cell cell, String text) {
        StringBuilder told = evidence.get(cell);
        told.append(told.isEmpty() ? "" : ", ").append(text);
    }

    void check(Cell cell, boolean isSo, String failure) {
        if (!isSo) {
            StringBuilder told = failures.get(cell);
            told.append(told.isEmpty() ? "" : "; ").append(failure);
        }
    }

    /** Puts each cell into the table, and gives those that failed, with the reasons. */
    List<String> conclude() {
        for (Cell cell : cells) {
            boolean isShown = failures.get(cell).isEmpty();
            String text = (isShown ? evidence : failures).get(cell).toString();
            Evidence.add("matrix: " + cell.name(), lab.pairing(), isShown, text);
        }
        return cells.stream()
                .filter(cell -> !failures.get(cell).isEmpty())
                .map(cell -> cell.name() + ": " + failures.get(cell))
                .toList();
    }

    private static void settle(BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() - end < 0) {
            Await.pause(Duration.ofMillis(100));
        }
    }
}
