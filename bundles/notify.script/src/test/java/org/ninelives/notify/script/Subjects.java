package org.ninelives.notify.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.Audience.Occasion;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.api.script.Script;

/** Virtual routers and sync groups to tell about. */
public final class Subjects {

    /** Has a script for each occasion and one for all states. */
    public static final Audience EVERYBODY =
            new Audience(
                    Map.of(
                            Occasion.MASTER, script("/master"),
                            Occasion.BACKUP, script("/backup"),
                            Occasion.FAULT, script("/fault"),
                            Occasion.STOP, script("/stop"),
                            Occasion.DELETED, script("/deleted"),
                            Occasion.MASTER_RX_LOWER_PRI, script("/lower"),
                            Occasion.PRE_STOP, script("/prestop")),
                    Optional.of(script("/notify all")),
                    Optional.empty(),
                    true);

    private Subjects() {}

    /** A script by its words. */
    public static Script script(String words) {
        return new Script(List.of(words.split(" ")), Optional.empty());
    }

    public static VrrpSubject instance(String name, Audience audience) {
        return new VrrpSubject(
                VrrpSubject.Kind.INSTANCE,
                name,
                OptionalInt.of(51),
                "eth0",
                List.of(IpPrefix.of("10.0.0.44/24"), IpPrefix.of("10.0.0.45/24")),
                audience);
    }

    public static VrrpSubject group(String name, Audience audience) {
        return new VrrpSubject(
                VrrpSubject.Kind.GROUP,
                name,
                OptionalInt.empty(),
                "",
                List.of(IpPrefix.of("10.0.0.44/24")),
                audience);
    }

    /** An instance changes its state. */
    public static VrrpEvent change(VrrpSubject subject, VrrpState from, VrrpState to) {
        return subject.kind() == VrrpSubject.Kind.GROUP
                ? new VrrpEvent.GroupState(subject, from, to, "a reason", false, "text")
                : new VrrpEvent.InstanceState(subject, from, to, "a reason", 100, false, "text");
    }
}
