package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which things of one kind the holders of this node want, and which are on the machine because of
 * that.
 *
 * <p>The machine is changed by the difference of the two, over all holders together. So an address
 * that moves from one virtual router to another in a reload never leaves its interface, and one
 * that two of them own stays until both have let go. The difference is worked off in slices, so
 * that ten thousand addresses do not keep a single advert waiting.
 *
 * @param <T> the things; equal ones are the same
 */
final class Book<T> {

    private final Store<T> store;
    private final Map<Holder, Set<T>> wanted = new LinkedHashMap<>();
    private final Map<T, Set<Holder>> holders = new HashMap<>();
    private final Set<T> installed = new LinkedHashSet<>();
    private final Set<T> toTake = new LinkedHashSet<>();
    private final Set<T> toPut = new LinkedHashSet<>();

    /** What is wanted, and was refused when it was put last. */
    private final Set<T> refused = new LinkedHashSet<>();

    /** What may be there though nobody has put it. */
    private final Set<T> leftovers = new HashSet<>();

    Book(Store<T> store) {
        this.store = store;
    }

    /**
     * Notes what a holder wants from now on, in this order; nothing lets go of all. What it wanted
     * before and was refused is tried again.
     */
    void want(Holder holder, List<T> things) {
        Set<T> after = new LinkedHashSet<>(things);
        Set<T> before = after.isEmpty() ? wanted.remove(holder) : wanted.put(holder, after);
        if (before != null) {
            for (T thing : before) {
                if (!after.contains(thing)) {
                    letGo(holder, thing);
                }
            }
        }
        for (T thing : after) {
            holders.computeIfAbsent(thing, any -> new LinkedHashSet<>()).add(holder);
            toTake.remove(thing);
            if (!installed.contains(thing)) {
                toPut.add(thing);
            }
            if (before == null || !before.contains(thing)) {
                // Who has not heard of the refusal is to be told.
                refused.remove(thing);
            }
        }
    }

    private void letGo(Holder holder, T thing) {
        Set<Holder> left = holders.get(thing);
        left.remove(holder);
        if (left.isEmpty()) {
            holders.remove(thing);
            toPut.remove(thing);
            refused.remove(thing);
            if (installed.contains(thing) || leftovers.contains(thing)) {
                toTake.add(thing);
            }
        }
    }

    /** Takes off what an earlier run may have left behind, unless somebody wants it by then. */
    void takeLeftovers(List<T> things) {
        for (T thing : things) {
            if (!holders.containsKey(thing)) {
                leftovers.add(thing);
                toTake.add(thing);
            }
        }
    }

    /** Whether the machine refused something that is wanted. */
    boolean hasRefused() {
        return !refused.isEmpty();
    }

    /** What the machine refused is put once more. */
    void tryAgain() {
        toPut.addAll(refused);
    }

    /** Whether something is to be taken off yet. */
    boolean hasToTake() {
        return !toTake.isEmpty();
    }

    boolean hasWork() {
        return !toTake.isEmpty() || !toPut.isEmpty();
    }

    /** Whether everything this holder wants is in place or was refused. */
    boolean isSettled(Holder holder) {
        Set<T> things = wanted.get(holder);
        if (things == null || toPut.isEmpty()) {
            return true;
        }
        for (T thing : things) {
            if (toPut.contains(thing)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Takes off what nobody wants any more.
     *
     * @param max things to take off at most
     * @return how many that were, and what the machine refused of those it had because of this book
     */
    Slice<T> takeSome(int max) {
        List<T> things = slice(toTake, max);
        if (things.isEmpty()) {
            return Slice.empty();
        }
        List<Store.Refusal<T>> refusals =
                store.take(things).stream()
                        .filter(refusal -> installed.contains(refusal.thing()))
                        .toList();
        things.forEach(installed::remove);
        things.forEach(leftovers::remove);
        store.disturbedBy(things).ifPresent(this::putAgain);
        return new Slice<>(things, refusals, List.of(), Set.of());
    }

    private void putAgain(Predicate<T> disturbed) {
        for (T other : installed) {
            if (disturbed.test(other) && !toTake.contains(other)) {
                toPut.add(other);
            }
        }
    }

    /**
     * Puts on what is wanted and not there.
     *
     * @param max things to put on at most
     * @return how many that were, what the machine has begun to refuse, what it refuses no more,
     *     and whom all that concerns
     */
    Slice<T> putSome(int max) {
        List<T> things = slice(toPut, max);
        if (things.isEmpty()) {
            return Slice.empty();
        }
        List<Store.Refusal<T>> refusals = store.put(things);
        installed.addAll(things);
        things.forEach(leftovers::remove);
        refusals.forEach(refusal -> installed.remove(refusal.thing()));
        List<Store.Refusal<T>> begun =
                refusals.stream().filter(refusal -> refused.add(refusal.thing())).toList();
        List<T> accepted =
                refused.isEmpty()
                        ? List.of()
                        : things.stream()
                                .filter(installed::contains)
                                .filter(refused::remove)
                                .toList();
        Set<Holder> concerned = new LinkedHashSet<>();
        things.forEach(thing -> concerned.addAll(holders(thing)));
        return new Slice<>(things, begun, accepted, concerned);
    }

    private static <T> List<T> slice(Set<T> from, int max) {
        List<T> slice = new ArrayList<>(Math.min(max, from.size()));
        for (Iterator<T> each = from.iterator(); each.hasNext() && slice.size() < max; ) {
            slice.add(each.next());
            each.remove();
        }
        return slice;
    }

    /** Whether a thing is on the machine because somebody wants it. */
    boolean isThere(T thing) {
        return installed.contains(thing);
    }

    /** Who holds this thing. */
    Set<Holder> holders(T thing) {
        return holders.getOrDefault(thing, Set.of());
    }

    /**
     * Somebody else has taken a thing off.
     *
     * @return who held it; nobody if it was not there because of this book
     */
    Set<Holder> lost(T thing) {
        return installed.remove(thing) ? Set.copyOf(holders(thing)) : Set.of();
    }

    /**
     * A part of the work that was done.
     *
     * @param things what was taken off or put on
     * @param refusals what the machine refused of them, and had not refused before
     * @param accepted what it had refused before, and has taken now
     * @param concerned who wants them
     */
    record Slice<T>(
            List<T> things,
            List<Store.Refusal<T>> refusals,
            List<T> accepted,
            Set<Holder> concerned) {

        static <T> Slice<T> empty() {
            return new Slice<>(List.of(), List.of(), List.of(), Set.of());
        }
    }
}
