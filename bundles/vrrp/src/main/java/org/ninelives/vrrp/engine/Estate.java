package org.ninelives.vrrp.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything the holders of this node have on the machine, one book for each kind of thing. */
final class Estate {

    /** Changes in one turn, about a millisecond's worth, so that adverts do not wait. */
    private static final int CHANGES_PER_TURN = 128;

    private static final Logger LOG = LoggerFactory.getLogger(Estate.class);

    private final TurnLog log;
    private final AddressStore addressStore;
    private final Book<InterfaceAddress> addresses;

    /** In the order things are put on; they are taken off in the opposite one. */
    private final List<Book<?>> books;

    Estate(Loop loop, TurnLog log) {
        this.log = log;
        addressStore = new AddressStore(loop.addresses());
        addresses = new Book<>(addressStore);
        books = List.of(addresses);
    }

    /**
     * Notes what a holder wants from now on; {@link Holdings#NONE} lets go of all. Takes effect
     * with {@link #work}.
     */
    void hold(Holder holder, Holdings holdings) {
        addresses.want(holder, holdings.addresses());
    }

    boolean hasWork() {
        for (int i = 0; i < books.size(); i++) {
            if (books.get(i).hasWork()) {
                return true;
            }
        }
        return false;
    }

    /** Whether all that a holder wants is in place or was refused. */
    boolean isSettled(Holder holder) {
        return books.stream().allMatch(book -> book.isSettled(holder));
    }

    /** Changes the machine by one turn's worth, and tells the holders. */
    void work() {
        int room = CHANGES_PER_TURN;
        for (Book<?> book : books.reversed()) {
            room -= takeSome(book, room);
        }
        Set<Holder> concerned = new LinkedHashSet<>();
        for (Book<?> book : books) {
            room -= putSome(book, room, concerned);
        }
        for (Holder holder : concerned) {
            if (isSettled(holder)) {
                holder.held();
            }
        }
    }

    private <T> int takeSome(Book<T> book, int room) {
        Book.Slice<T> slice = book.takeSome(room);
        slice.refusals()
                .forEach(refusal -> log.add(() -> LOG.error("{}", refusal.cause().getMessage())));
        return slice.things().size();
    }

    private static <T> int putSome(Book<T> book, int room, Set<Holder> concerned) {
        Book.Slice<T> slice = book.putSome(room);
        for (Store.Refusal<T> refusal : slice.refusals()) {
            book.holders(refusal.thing()).forEach(holder -> holder.refused(refusal.cause()));
        }
        concerned.addAll(slice.concerned());
        return slice.things().size();
    }

    /** Changes the machine until all is as wanted. */
    void workOff() {
        while (hasWork()) {
            work();
        }
    }

    /** Takes off what an earlier run may have left behind, unless somebody holds it now. */
    void takeLeftovers(Holdings leftovers) {
        List<InterfaceAddress> nobodys =
                leftovers.addresses().stream()
                        .filter(address -> addressStore.putAt(address).isEmpty())
                        .toList();
        if (!nobodys.isEmpty()) {
            addressStore.take(nobodys);
        }
    }

    /**
     * Somebody else has removed an address.
     *
     * @return who held it
     */
    Set<Holder> lost(InterfaceAddress told) {
        Optional<InterfaceAddress> ours = addressStore.putAt(told);
        return ours.map(addresses::lost).orElse(Set.of());
    }
}
