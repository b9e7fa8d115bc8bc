package org.ninelives.snmp.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ninelives.snmp.wire.Packet;
import org.ninelives.snmp.wire.Pdu;
import org.ninelives.snmp.wire.SearchRange;
import org.ninelives.snmp.wire.Value;
import org.ninelives.snmp.wire.VarBind;

/** Answers what a master asks. For one session, and one thread. */
public final class Responder {

    /** A response has no more variables: what is asked beyond them is asked again. */
    static final int VARIABLES_MAX = 1000;

    /** A master has one set at a time under way; more than these are forgotten sessions. */
    private static final int TRANSACTIONS_MAX = 64;

    private final Supplier<Variables> variables;
    private final Runnable changed;
    private final Map<Integer, List<Setting>> settings = new HashMap<>();

    private record Setting(Setter setter, Value value) {}

    /**
     * Without any transaction.
     *
     * @param variables those that are there now
     * @param changed is told when something was set
     */
    public Responder(Supplier<Variables> variables, Runnable changed) {
        this.variables = variables;
        this.changed = changed;
    }

    /** The answer; nothing where none is due. */
    public Optional<Packet> answer(Packet question) {
        return response(question).map(question::answer);
    }

    private Optional<Pdu.Response> response(Packet question) {
        return switch (question.pdu()) {
            case Pdu.Get get -> Optional.of(get(get.ranges()));
            case Pdu.GetNext get -> Optional.of(Pdu.Response.of(next(get.ranges())));
            case Pdu.GetBulk get -> Optional.of(bulk(get));
            case Pdu.TestSet test -> Optional.of(test(question.transaction(), test.variables()));
            case Pdu.Settle settle -> settle(question.transaction(), settle.settling());
            case Pdu.Ping ping -> Optional.of(Pdu.Response.of(List.of()));
            case Pdu.Open open -> Optional.empty();
            case Pdu.Close close -> Optional.empty();
            case Pdu.Register register -> Optional.empty();
            case Pdu.Notify told -> Optional.empty();
            case Pdu.Response response -> Optional.empty();
        };
    }

    private Pdu.Response get(List<SearchRange> ranges) {
        Variables now = variables.get();
        return Pdu.Response.of(
                ranges.stream()
                        .map(range -> new VarBind(range.start(), now.get(range.start())))
                        .toList());
    }

    private List<VarBind> next(List<SearchRange> ranges) {
        Variables now = variables.get();
        return ranges.stream().map(range -> next(now, range)).toList();
    }

    private static VarBind next(Variables now, SearchRange range) {
        return now.first(range)
                .orElseGet(
                        () ->
                                new VarBind(
                                        range.start(),
                                        Value.nothing(Value.Reason.END_OF_MIB_VIEW)));
    }

    private Pdu.Response bulk(Pdu.GetBulk get) {
        int single = Math.min(get.nonRepeaters(), get.ranges().size());
        List<VarBind> found = new ArrayList<>(next(get.ranges().subList(0, single)));
        Variables now = variables.get();
        List<SearchRange> ranges =
                new ArrayList<>(get.ranges().subList(single, get.ranges().size()));
        boolean more = !ranges.isEmpty();
        for (int round = 0; more && round < get.maxRepetitions(); round++) {
            more = false;
            for (int place = 0; place < ranges.size(); place++) {
                SearchRange range = ranges.get(place);
                VarBind next = next(now, range);
                found.add(next);
                more |= !(next.value() instanceof Value.Nothing);
                ranges.set(place, new SearchRange(next.name(), false, range.end()));
            }
            more &= found.size() + ranges.size() <= VARIABLES_MAX;
        }
        return Pdu.Response.of(found);
    }

    private Pdu.Response test(int transaction, List<VarBind> wanted) {
        Variables now = variables.get();
        List<Setting> tested = new ArrayList<>();
        for (VarBind each : wanted) {
            Optional<Setter> setter = now.setter(each.name());
            SetResult result =
                    setter.map(found -> found.test(each.value())).orElse(SetResult.NOT_WRITABLE);
            if (result != SetResult.DONE) {
                return Pdu.Response.failed(result.code(), tested.size() + 1);
            }
            setter.ifPresent(found -> tested.add(new Setting(found, each.value())));
        }
        if (settings.size() >= TRANSACTIONS_MAX) {
            settings.clear();
        }
        settings.put(transaction, tested);
        return Pdu.Response.of(List.of());
    }

    private Optional<Pdu.Response> settle(int transaction, Pdu.Settling settling) {
        List<Setting> tested = settings.getOrDefault(transaction, List.of());
        return switch (settling) {
            case COMMIT -> Optional.of(commit(tested));
            case UNDO -> {
                tested.forEach(setting -> setting.setter().undo());
                changed.run();
                settings.remove(transaction);
                yield Optional.of(Pdu.Response.of(List.of()));
            }
            case CLEANUP -> {
                settings.remove(transaction);
                yield Optional.empty();
            }
        };
    }

    private Pdu.Response commit(List<Setting> tested) {
        changed.run();
        for (int place = 0; place < tested.size(); place++) {
            Setting setting = tested.get(place);
            if (setting.setter().commit(setting.value()) != SetResult.DONE) {
                return Pdu.Response.failed(SetResult.COMMIT_FAILED.code(), place + 1);
            }
        }
        return Pdu.Response.of(List.of());
    }
}
