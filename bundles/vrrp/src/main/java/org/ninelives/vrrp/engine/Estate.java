package org.ninelives.vrrp.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
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

    /**
     * An estate that is empty yet.
     *
     * @throws SystemException if rtnetlink refuses to tell of routes and rules
     */
    Estate(Loop loop, TurnLog log) throws SystemException {
        this.loop = loop;
        this.log = log;
        filter = new Filter(loop, log);
        addressStore = new AddressStore(loop.addresses());
        addresses = new Book<>(addressStore);
        routes = new Book<>(new RouteStore(loop.routes()));
        rules = new Book<>(new RuleStore(loop.rules()));
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
        filter.work();
        int room = CHANGES_PER_TURN;
        room -= takeSome(rules, room);
        room -= takeSome(routes, room);
        room -= takeSome(addresses, room);
        Set<Holder> concerned = new LinkedHashSet<>();
        room -= putSome(addresses, room, Holder::addressRefused, concerned);
        room -= putSome(routes, room, Holder::routingRefused, concerned);
        putSome(rules, room, Holder::routingRefused, concerned);
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

    private static <T> int putSome(
            Book<T> book,
            int room,
            BiConsumer<Holder, SystemException> refused,
            Set<Holder> concerned) {
        Book.Slice<T> slice = book.putSome(room);
        for (Store.Refusal<T> refusal : slice.refusals()) {
            List.copyOf(book.holders(refusal.thing()))
                    .forEach(holder -> refused.accept(holder, refusal.cause()));
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
        takeLeftovers(
                new RuleStore(loop.rules()),
                leftovers.rules().stream().filter(rule -> rules.holders(rule).isEmpty()).toList());
        takeLeftovers(
                new RouteStore(loop.routes()),
                leftovers.routes().stream()
                        .filter(route -> routes.holders(route).isEmpty())
                        .toList());
        takeLeftovers(
                addressStore,
                leftovers.addresses().stream()
                        .filter(address -> addressStore.putAt(address).isEmpty())
                        .toList());
    }

    private static <T> void takeLeftovers(Store<T> store, List<T> things) {
        if (!things.isEmpty()) {
            store.take(things);
        }
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
        addressStore
                .putAt(told)
                .ifPresent(ours -> tellLost(addresses, ours, "address " + ours.prefix()));
    }

    @Override
    public void routeLost(Route route) {
        tellLost(routes, route, "route " + route);
    }

    @Override
    public void ruleLost(Rule rule) {
        tellLost(rules, rule, "rule " + rule);
    }

    private static <T> void tellLost(Book<T> book, T thing, String words) {
        book.lost(thing).forEach(holder -> holder.lost(thing, words));
    }
}
