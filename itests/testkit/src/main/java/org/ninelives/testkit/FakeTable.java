package org.ninelives.testkit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Routes or rules of a machine, and who has put them there.
 *
 * @param <T> a route or a rule
 */
final class FakeTable<T> {

    private final Set<T> entries = new LinkedHashSet<>();
    private final List<View<T>> views = new ArrayList<>();

    View<T> newView() {
        View<T> view = new View<>(this);
        views.add(view);
        return view;
    }

    void forget(View<T> view) {
        views.remove(view);
    }

    List<T> entries() {
        return List.copyOf(entries);
    }

    boolean has(T entry) {
        return entries.contains(entry);
    }

    /** An entry appears, as others put it there. */
    boolean add(T entry) {
        return entries.add(entry);
    }

    /** An entry goes, without anyone here having asked for it. */
    void lose(T entry) {
        if (entries.remove(entry)) {
            views.forEach(view -> view.lost(entry));
        }
    }

    /**
     * What one loop has added, and what it is to hear.
     *
     * @param <T> as above
     */
    static final class View<T> {

        private final FakeTable<T> table;
        private final Set<T> own = new HashSet<>();
        private final List<Consumer<T>> listeners = new ArrayList<>();
        private final Queue<T> news = new ArrayDeque<>();

        private View(FakeTable<T> table) {
            this.table = table;
        }

        /** Whether it was not there before. */
        boolean add(T entry) {
            own.add(entry);
            return table.add(entry);
        }

        /** Whether it was there. */
        boolean remove(T entry) {
            own.remove(entry);
            return table.entries.remove(entry);
        }

        void listen(Consumer<T> listener) {
            listeners.add(listener);
        }

        private void lost(T entry) {
            if (own.contains(entry)) {
                news.add(entry);
            }
        }

        boolean hasNews() {
            return !news.isEmpty();
        }

        /** Tells the loss of an entry that has not come back or been removed meanwhile. */
        void tellNext() {
            T entry = news.remove();
            if (!table.has(entry) && own.remove(entry)) {
                listeners.forEach(listener -> listener.accept(entry));
            }
        }
    }
}
