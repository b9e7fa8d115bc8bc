package org.ninelives.vrrp.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Loop;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteListener;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.RuleListener;
import org.ninelives.api.system.SystemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything the holders of this node have on the machine, one book for each kind of thing. */
final class Estate implements RouteListener, RuleListener {

    private static final Logger LOG = LoggerFactory.getLogger(Estate.class);

    /** Changes in one turn, about a millisecond's worth, so that adverts do not wait. */
    private static final int CHANGES_PER_TURN = 128;

    private final Loop loop;
    private final TurnLog log;
    private final Filter filter;
    private final AddressStore addressStore;
    private final Book<InterfaceAddress> addresses;
    private final Book<Route> routes;
    private final Book<Rule> rules;
    private final Retry retry;

    /**
     * An estate that is empty yet.
     *
     * @throws SystemException if rtnetlink refuses to tell of routes and rules
     */
    Estate(Loop loop, Agenda agenda, TurnLog log) throws SystemException {
        this.loop = loop;
        this.log = log;
        retry = new Retry(agenda, loop::nowNanos, this::tryAgain);
        filter = new Filter(loop, log);
        addressStore = new AddressStore(loop.addresses());
        addresses = new Book<>(addressStore);
        routes = new Book<>(MachineStore.of(loop.routes()));
        rules = new Book<>(MachineStore.of(loop.rules()));
        loop.routes().watch(this);
        loop.rules().watch(this);
    }

    Filter filter() {
        return filter;
    }

    /**
     * Notes what a holder wants from now on; {@link Holdings#NONE} lets go of all. Takes effect
     * with {@link #work}.
     */
    void hold(Holder holder, Holdings holdings) {
        addresses.want(holder, holdings.addresses());
        routes.want(holder, holdings.routes());
        rules.want(holder, holdings.rules());
        filter.drop(holder, holdings.dropped());
    }

    boolean hasWork() {
        return filter.hasWork() || addresses.hasWork() || routes.hasWork() || rules.hasWork();
    }

    /** Whether all that a holder wants is in place or was refused. */
    boolean isSettled(Holder holder) {
        return addresses.isSettled(holder) && routes.isSettled(holder) && rules.isSettled(holder);
    }

    /**
     * Changes the machine by one turn's worth, and tells the holders. Things are put on in the
     * order addresses, routes, rules, and taken off in the opposite one.
     */
    void work() {
        if (!hasWork()) {
            return;
        }
        // Nothing gets through to an address that is not to be reached, neither before it is
        // dropped nor after.
        filter.widen();
        int room = CHANGES_PER_TURN;
        room -= takeSome(rules, room);
        room -= takeSome(routes, room);
        room -= takeSome(addresses, room);
        Set<Holder> concerned = new LinkedHashSet<>();
        room -= putSome(addresses, room, Estate::tellAddressRefused, concerned);
        room -= putSome(routes, room, Estate::tellRoutingRefused, concerned);
        putSome(rules, room, Estate::tellRoutingRefused, concerned);
        if (!addresses.hasToTake()) {
            filter.narrow();
        }
        retry.needed(
                addresses.hasRefused()
                        || routes.hasRefused()
                        || rules.hasRefused()
                        || filter.isRefused());
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

    private void tryAgain() {
        addresses.tryAgain();
        routes.tryAgain();
        rules.tryAgain();
        filter.tryAgain();
        if (!hasWork()) {
            retry.needed(false);
        }
    }

    private static <T> int putSome(
            Book<T> book,
            int room,
            BiConsumer<Holder, Store.Refusal<T>> refused,
            Set<Holder> concerned) {
        Book.Slice<T> slice = book.putSome(room);
        for (Store.Refusal<T> refusal : slice.refusals()) {
            List.copyOf(book.holders(refusal.thing()))
                    .forEach(holder -> refused.accept(holder, refusal));
        }
        for (T thing : slice.accepted()) {
            book.holders(thing).forEach(holder -> holder.accepted(words(thing)));
        }
        concerned.addAll(slice.concerned());
        return slice.things().size();
    }

    private static void tellAddressRefused(Holder holder, Store.Refusal<InterfaceAddress> refusal) {
        holder.addressRefused(refusal.thing(), refusal.cause());
    }

    private static void tellRoutingRefused(Holder holder, Store.Refusal<?> refusal) {
        holder.routingRefused(refusal.cause());
    }

    /** Changes the machine until all is as wanted. */
    void workOff() {
        while (hasWork()) {
            work();
        }
    }

    /**
     * Takes off what an earlier run may have left behind, unless somebody wants it by then. Takes
     * effect with {@link #work}.
     */
    void takeLeftovers(Holdings leftovers) {
        rules.takeLeftovers(leftovers.rules());
        routes.takeLeftovers(leftovers.routes());
        addresses.takeLeftovers(
                leftovers.addresses().stream()
                        .filter(address -> !addressStore.isPutAt(address))
                        .toList());
    }

    /**
     * Whether the machine would take an address: puts it on and takes it off in the same system
     * call, unless it is there already.
     */
    boolean wouldTake(InterfaceAddress address) {
        boolean isThere =
                loop.links().addresses(address.linkIndex()).stream().anyMatch(address::sameAs);
        List<AddressChange> trial =
                List.of(new AddressChange.Add(address), new AddressChange.Remove(address));
        return isThere
                || loop.addresses().apply(trial).stream()
                        .noneMatch(failure -> failure.change() instanceof AddressChange.Add);
    }

    /** Whether an address that somebody wants is in place. */
    boolean isThere(InterfaceAddress address) {
        return addresses.isThere(address);
    }

    boolean isThere(Route route) {
        return routes.isThere(route);
    }

    boolean isThere(Rule rule) {
        return rules.isThere(rule);
    }

    /** Somebody else has removed an address. */
    void addressRemoved(InterfaceAddress told) {
        addressStore.lost(told).ifPresent(ours -> tellLost(addresses, ours));
    }

    @Override
    public void routeLost(Route route) {
        tellLost(routes, route);
    }

    @Override
    public void ruleLost(Rule rule) {
        tellLost(rules, rule);
    }

    private static <T> void tellLost(Book<T> book, T thing) {
        book.lost(thing).forEach(holder -> holder.lost(thing, words(thing)));
    }

    private static String words(Object thing) {
        return switch (thing) {
            case InterfaceAddress address -> "address " + address.prefix();
            case Route route -> "route " + route;
            case Rule rule -> "rule " + rule;
            default -> throw new IllegalArgumentException("nobody holds " + thing);
        };
    }
}
