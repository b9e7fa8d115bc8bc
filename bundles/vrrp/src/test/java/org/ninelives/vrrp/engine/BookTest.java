package org.ninelives.vrrp.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.SystemException;

class BookTest {

    private static final int ALL = Integer.MAX_VALUE;

    private final List<String> done = new ArrayList<>();
    private final Set<String> machine = new LinkedHashSet<>();
    private final Set<String> refused = new HashSet<>();
    private final Holder one = new Nobody();
    private final Holder other = new Nobody();
    private final Book<String> book =
            new Book<>(
                    new Store<>() {
                        @Override
                        public List<Refusal<String>> put(List<String> things) {
                            List<Refusal<String>> refusals = new ArrayList<>();
                            for (String thing : things) {
                                if (refused.contains(thing)) {
                                    refusals.add(
                                            new Refusal<>(
                                                    thing,
                                                    new SystemException("put", "EINVAL", "")));
                                } else {
                                    machine.add(thing);
                                    done.add("+" + thing);
                                }
                            }
                            return refusals;
                        }

                        @Override
                        public List<Refusal<String>> take(List<String> things) {
                            things.forEach(
                                    thing -> {
                                        machine.remove(thing);
                                        done.add("-" + thing);
                                    });
                            return List.of();
                        }

                        @Override
                        public Optional<Predicate<String>> disturbedBy(List<String> taken) {
                            return taken.contains("first")
                                    ? Optional.of(thing -> thing.startsWith("second"))
                                    : Optional.empty();
                        }
                    });

    private static final class Nobody implements Holder {

        @Override
        public void held() {}

        @Override
        public void addressRefused(InterfaceAddress address, SystemException cause) {}

        @Override
        public void routingRefused(SystemException cause) {}

        @Override
        public void accepted(String words) {}

        @Override
        public void lost(Object thing, String words) {}
    }

    private void work() {
        book.takeSome(ALL);
        book.putSome(ALL);
    }

    @Test
    void whatMovesFromOneHolderToAnotherIsNotTouched() {
        book.want(one, List.of("a", "b"));
        work();
        done.clear();

        book.want(one, List.of("b"));
        book.want(other, List.of("a"));
        work();

        assertThat(done).isEmpty();
        assertThat(book.holders("a")).containsExactly(other);
    }

    @Test
    void whatTwoHoldStaysUntilBothHaveLetGo() {
        book.want(one, List.of("a"));
        book.want(other, List.of("a"));
        work();
        book.want(one, List.of());
        work();
        assertThat(machine).containsExactly("a");

        book.want(other, List.of());
        work();

        assertThat(machine).isEmpty();
    }

    @Test
    void aHolderIsSettledWhenAllItsThingsAreIn() {
        book.want(one, List.of("a", "b", "c"));
        book.want(other, List.of("d"));

        Book.Slice<String> slice = book.putSome(2);

        assertThat(slice.things()).containsExactly("a", "b");
        assertThat(slice.concerned()).containsExactly(one);
        assertThat(book.isSettled(one)).isFalse();
        assertThat(book.putSome(2).concerned()).containsExactly(one, other);
        assertThat(book.isSettled(one)).isTrue();
        assertThat(book.hasWork()).isFalse();
    }

    @Test
    void whatWasRefusedIsTriedAgainWhenItIsWantedAnew() {
        refused.add("a");
        book.want(one, List.of("a"));
        assertThat(book.putSome(ALL).refusals())
                .singleElement()
                .extracting(Store.Refusal::thing)
                .isEqualTo("a");
        assertThat(book.hasWork()).isFalse();

        refused.clear();
        book.want(one, List.of("a"));
        work();

        assertThat(machine).containsExactly("a");
    }

    @Test
    void aRefusalIsToldOnceUntilTheMachineHasAccepted() {
        refused.add("a");
        book.want(one, List.of("a"));
        assertThat(book.putSome(ALL).refusals()).hasSize(1);
        assertThat(book.hasRefused()).isTrue();

        book.tryAgain();
        assertThat(book.putSome(ALL).refusals()).isEmpty();
        book.want(one, List.of("a"));
        assertThat(book.putSome(ALL).refusals()).isEmpty();

        refused.clear();
        book.tryAgain();
        assertThat(book.putSome(ALL).accepted()).containsExactly("a");
        assertThat(book.hasRefused()).isFalse();
        book.tryAgain();
        assertThat(book.hasWork()).isFalse();
    }

    @Test
    void whoWantsWhatIsRefusedIsToldToo() {
        refused.add("a");
        book.want(one, List.of("a"));
        work();

        book.want(other, List.of("a"));

        assertThat(book.putSome(ALL).refusals()).hasSize(1);
        assertThat(book.holders("a")).containsExactly(one, other);
    }

    @Test
    void whatNobodyWantsAnyMoreIsNotTriedAgain() {
        refused.add("a");
        book.want(one, List.of("a"));
        work();

        book.want(one, List.of());

        assertThat(book.hasRefused()).isFalse();
    }

    @Test
    void leftoversGoUnlessSomebodyWantsThem() {
        machine.addAll(List.of("held", "left", "wanted"));
        book.want(one, List.of("held"));
        work();

        book.takeLeftovers(List.of("held", "left", "wanted", "gone"));
        book.want(other, List.of("wanted"));
        work();

        assertThat(machine).containsExactlyInAnyOrder("held", "wanted");
    }

    @Test
    void aLeftoverThatIsWantedForAMomentGoesAllTheSame() {
        machine.add("left");
        book.takeLeftovers(List.of("left"));
        book.want(one, List.of("left"));
        book.want(one, List.of());
        work();

        assertThat(machine).isEmpty();
    }

    @Test
    void whatGoesAlongWithAnotherThingIsPutOnAgain() {
        book.want(one, List.of("first"));
        book.want(other, List.of("second", "third"));
        work();
        done.clear();

        book.want(one, List.of());
        work();

        assertThat(done).containsExactly("-first", "+second");
    }

    @Test
    void onlyWhatWasPutOnCanBeLost() {
        book.want(one, List.of("a"));
        assertThat(book.lost("a")).isEmpty();
        work();

        assertThat(book.lost("a")).containsExactly(one);
        assertThat(book.lost("a")).isEmpty();
        assertThat(book.lost("b")).isEmpty();

        book.want(one, List.of("a"));
        assertThat(book.putSome(ALL).things()).containsExactly("a");
    }

    @Test
    void whateverIsWantedWhenTheMachineEndsUpWithExactlyThat() {
        Random random = new Random(11);
        List<Holder> holders = List.of(one, other, new Nobody());
        List<Set<String>> wanted =
                List.of(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        for (int step = 0; step < 5_000; step++) {
            int i = random.nextInt(holders.size());
            wanted.get(i).clear();
            for (int n = random.nextInt(6); n > 0; n--) {
                wanted.get(i).add("t" + random.nextInt(10));
            }
            book.want(holders.get(i), List.copyOf(wanted.get(i)));
            book.takeSome(random.nextInt(4));
            book.putSome(random.nextInt(4));
            if (random.nextInt(5) == 0) {
                work();
                Set<String> union = new HashSet<>();
                wanted.forEach(union::addAll);
                assertThat(machine).as("step %d", step).isEqualTo(union);
            }
        }
    }
}
