package org.ninelives.notify.script.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.Audience.Occasion;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.notify.script.settings.FifoKind;

/**
 * Whom an event of VRRP is told and in which words, as keepalived does: the script of the occasion,
 * the script of all states, the FIFOs.
 */
public final class Notices {

    private static final int PRIORITY_OF_GROUPS = 0;

    private Notices() {}

    /** What is to be told because of an event, in this order; often nothing. */
    public static List<Notice> of(VrrpEvent event) {
        return switch (event) {
            case VrrpEvent.InstanceState change ->
                    change.held()
                            ? List.of()
                            : state(
                                    change.subject(),
                                    change.to(),
                                    change.priority(),
                                    Variables.of(change));
            case VrrpEvent.GroupState change ->
                    change.held()
                            ? List.of()
                            : state(
                                    change.subject(),
                                    change.to(),
                                    PRIORITY_OF_GROUPS,
                                    Variables.of(change));
            case VrrpEvent.LowerPriorityHeard heard ->
                    occasion(heard.subject(), heard.priority(), Variables.of(heard));
            case VrrpEvent.PriorityChanged change -> priority(change);
            case VrrpEvent.SplitBrain told -> List.of();
            case VrrpEvent.Late late -> List.of();
        };
    }

    /** The script to be run and waited for before the daemon stops, if there is one. */
    public static Optional<Notice.Call> beforeStop(VrrpSubject master) {
        return Optional.ofNullable(master.audience().scripts().get(Occasion.PRE_STOP))
                .map(
                        script ->
                                call(
                                        master,
                                        Occasion.PRE_STOP,
                                        List.of(command(master, Occasion.PRE_STOP)),
                                        Variables.beforeStop(master)));
    }

    private static List<Notice> state(
            VrrpSubject subject, VrrpState state, int priority, Variables variables) {
        Optional<Occasion> occasion = occasionOf(state);
        if (occasion.isEmpty()) {
            return List.of();
        }
        List<Notice.Command> commands = new ArrayList<>();
        Audience audience = subject.audience();
        if (audience.scripts().containsKey(occasion.get())) {
            commands.add(command(subject, occasion.get()));
        }
        audience.any()
                .ifPresent(
                        script ->
                                commands.add(
                                        new Notice.Command(
                                                label("notify", subject),
                                                script,
                                                List.of(
                                                        subject.kind().name(),
                                                        subject.name(),
                                                        state.name(),
                                                        Integer.toString(priority)))));
        return notices(subject, occasion.get(), commands, variables, priority);
    }

    private static List<Notice> occasion(VrrpSubject subject, int priority, Variables variables) {
        Occasion occasion = Occasion.MASTER_RX_LOWER_PRI;
        List<Notice.Command> commands =
                subject.audience().scripts().containsKey(occasion)
                        ? List.of(command(subject, occasion))
                        : List.of();
        return notices(subject, occasion, commands, variables, priority);
    }

    private static List<Notice> notices(
            VrrpSubject subject,
            Occasion occasion,
            List<Notice.Command> commands,
            Variables variables,
            int priority) {
        List<Notice> notices = new ArrayList<>();
        if (!commands.isEmpty()) {
            notices.add(call(subject, occasion, commands, variables.asMap()));
        }
        notices.add(line(FifoLine.of(subject, occasion.name(), priority)));
        return List.copyOf(notices);
    }

    private static Notice.Call call(
            VrrpSubject subject,
            Occasion occasion,
            List<Notice.Command> commands,
            Map<String, String> environment) {
        return new Notice.Call(
                subject.kind() + " " + subject.name(),
                occasion.name(),
                turn(occasion),
                commands,
                environment);
    }

    private static Notice.Turn turn(Occasion occasion) {
        return switch (occasion) {
            case MASTER, BACKUP, FAULT, DELETED -> Notice.Turn.STATE;
            case STOP -> Notice.Turn.LAST;
            case MASTER_RX_LOWER_PRI, PRE_STOP -> Notice.Turn.OCCASION;
        };
    }

    private static Notice.Line line(String text) {
        return new Notice.Line(FifoKind.VRRP, text);
    }

    /** keepalived has no word for the other states and takes that of a backup. */
    private static List<Notice> priority(VrrpEvent.PriorityChanged change) {
        if (!change.subject().audience().priorityChanges()) {
            return List.of();
        }
        String word = change.state() == VrrpState.MASTER ? "MASTER_PRIORITY" : "BACKUP_PRIORITY";
        return List.of(line(FifoLine.of(change.subject(), word, change.to())));
    }

    private static Optional<Occasion> occasionOf(VrrpState state) {
        return switch (state) {
            case INIT -> Optional.empty();
            case BACKUP -> Optional.of(Occasion.BACKUP);
            case MASTER -> Optional.of(Occasion.MASTER);
            case FAULT -> Optional.of(Occasion.FAULT);
            case STOP -> Optional.of(Occasion.STOP);
            case DELETED -> Optional.of(Occasion.DELETED);
        };
    }

    private static Notice.Command command(VrrpSubject subject, Occasion occasion) {
        return new Notice.Command(
                label("notify_" + occasion.name().toLowerCase(Locale.ROOT), subject),
                subject.audience().scripts().get(occasion),
                List.of());
    }

    private static String label(String keyword, VrrpSubject subject) {
        String block =
                switch (subject.kind()) {
                    case INSTANCE -> "vrrp_instance";
                    case GROUP -> "vrrp_sync_group";
                };
        return keyword + " of " + block + " " + subject.name();
    }
}
