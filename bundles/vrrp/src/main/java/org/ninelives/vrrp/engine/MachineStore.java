package org.ninelives.vrrp.engine;

import java.util.List;
import java.util.function.Function;
import org.ninelives.api.system.AddressChange;
import org.ninelives.api.system.AddressFailure;
import org.ninelives.api.system.Addresses;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Route;
import org.ninelives.api.system.RouteChange;
import org.ninelives.api.system.RouteFailure;
import org.ninelives.api.system.Routes;
import org.ninelives.api.system.Rule;
import org.ninelives.api.system.RuleChange;
import org.ninelives.api.system.RuleFailure;
import org.ninelives.api.system.Rules;

/**
 * The things of one kind on this machine, behind the port that changes them.
 *
 * @param <T> the things
 * @param <C> what the port is asked for
 * @param <F> what it answers
 */
final class MachineStore<T, C, F> implements Store<T> {

    private final Function<List<C>, List<F>> port;
    private final Function<T, C> toPut;
    private final Function<T, C> toTake;
    private final Function<F, Refusal<T>> asRefusal;

    private MachineStore(
            Function<List<C>, List<F>> port,
            Function<T, C> toPut,
            Function<T, C> toTake,
            Function<F, Refusal<T>> asRefusal) {
        this.port = port;
        this.toPut = toPut;
        this.toTake = toTake;
        this.asRefusal = asRefusal;
    }

    static Store<InterfaceAddress> of(Addresses addresses) {
        return new MachineStore<InterfaceAddress, AddressChange, AddressFailure>(
                addresses::apply,
                AddressChange.Add::new,
                AddressChange.Remove::new,
                failure -> new Refusal<>(failure.change().address(), failure.cause()));
    }

    static Store<Route> of(Routes routes) {
        return new MachineStore<Route, RouteChange, RouteFailure>(
                routes::apply,
                RouteChange.Add::new,
                RouteChange.Remove::new,
                failure -> new Refusal<>(failure.change().route(), failure.cause()));
    }

    static Store<Rule> of(Rules rules) {
        return new MachineStore<Rule, RuleChange, RuleFailure>(
                rules::apply,
                RuleChange.Add::new,
                RuleChange.Remove::new,
                failure -> new Refusal<>(failure.change().rule(), failure.cause()));
    }

    @Override
    public List<Refusal<T>> put(List<T> things) {
        return apply(things, toPut);
    }

    @Override
    public List<Refusal<T>> take(List<T> things) {
        return apply(things, toTake);
    }

    private List<Refusal<T>> apply(List<T> things, Function<T, C> change) {
        return port.apply(things.stream().map(change).toList()).stream().map(asRefusal).toList();
    }
}
