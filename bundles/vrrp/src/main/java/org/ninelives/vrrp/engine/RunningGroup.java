package org.ninelives.vrrp.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ninelives.api.management.VrrpSyncGroupStatus;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.vrrp.core.GroupEffect;
import org.ninelives.vrrp.core.State;
import org.ninelives.vrrp.core.SyncGroup;
import org.ninelives.vrrp.settings.SyncGroupSettings;
import org.ninelives.vrrp.settings.VirtualAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One sync group on this node. */
final class RunningGroup {

    private static final Logger LOG = LoggerFactory.getLogger(RunningGroup.class);

    private final Node node;
    private final SyncGroup group;
    private final Debut debut = new Debut();
    private SyncGroupSettings settings;
    private List<RunningInstance> members = List.of();
    private VrrpSubject subject;
    private Events.Ending ending = Events.Ending.REMOVED;
    private boolean dissolves;
    private long becameMaster;
    private long lastTransitionMillis;

    RunningGroup(SyncGroupSettings settings, Node node) {
        this.node = node;
        this.settings = settings;
        group = new SyncGroup(settings.name(), this::perform);
        subject = subject(List.of());
    }

    boolean isMaster() {
        return group.state() == State.MASTER;
    }

    VrrpSyncGroupStatus status() {
        Map<String, String> states = new LinkedHashMap<>();
        members.forEach(member -> states.put(member.name(), member.router().state().name()));
        return new VrrpSyncGroupStatus(
                settings.name(), group.state().name(), states, becameMaster, lastTransitionMillis);
    }

    /** It, as events tell of it. */
    VrrpSubject subject() {
        return subject;
    }

    /** From now on its end is told as this; its members may end before it does. */
    void endAs(Events.Ending how) {
        ending = how;
    }

    /** Lets those members go that are not among these. */
    void keep(List<RunningInstance> staying) {
        List<RunningInstance> left = new ArrayList<>(members);
        left.retainAll(staying);
        group.setMembers(node.nowNanos(), asMembers(left));
    }

    /** Ties exactly these together. */
    void tie(SyncGroupSettings changed, List<RunningInstance> instances) {
        settings = changed;
        subject = subject(instances);
        group.setMembers(node.nowNanos(), asMembers(instances));
        members = instances;
    }

    /** Its members go on alone, of which nobody need hear. */
    void dissolve() {
        dissolves = true;
        keep(List.of());
    }

    private VrrpSubject subject(List<RunningInstance> instances) {
        return new VrrpSubject(
                VrrpSubject.Kind.GROUP,
                settings.name(),
                OptionalInt.empty(),
                "",
                instances.stream()
                        .flatMap(member -> member.settings().addresses().stream())
                        .map(VirtualAddress::prefix)
                        .toList(),
                settings.notifications().audience());
    }

    private static List<SyncGroup.Member> asMembers(List<RunningInstance> instances) {
        return instances.stream()
                .map(each -> new SyncGroup.Member(each.name(), each.router(), each))
                .toList();
    }

    private void perform(GroupEffect effect) {
        switch (effect) {
            case GroupEffect.Syncing syncing -> {
                String text = syncing.text(settings.name());
                node.log().add(() -> LOG.info("{}", text));
            }
            case GroupEffect.DeadlinesMoved moved -> members.forEach(RunningInstance::reschedule);
            case GroupEffect.StateChanged change -> stateChanged(change);
        }
    }

    private void stateChanged(GroupEffect.StateChanged change) {
        lastTransitionMillis = System.currentTimeMillis();
        if (change.to() == State.MASTER) {
            becameMaster++;
        }
        node.listener().happened(Events.of(subject, change, ending, isQuiet(change)));
    }

    private boolean isQuiet(GroupEffect.StateChanged change) {
        return dissolves || debut.isQuiet(change.to(), change.held(), settings.notifications());
    }
}
