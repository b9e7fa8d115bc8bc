package org.ninelives.notify.script.internal;

import java.util.List;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.notify.script.settings.NotifyGrammar;
import org.ninelives.notify.script.settings.NotifyPlan;
import org.ninelives.notify.script.settings.NotifyReader;
import org.ninelives.notify.script.settings.NotifySettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What {@code global_defs} says about FIFOs and notify scripts; applied before VRRP is. */
@Component(property = "service.ranking:Integer=300")
public final class NotifySection implements ConfigSection {

    private final Notifier notifier;

    @Activate
    public NotifySection(@Reference Notifier notifier) {
        this.notifier = notifier;
    }

    @Override
    public BlockGrammar globalDefs() {
        return NotifyGrammar.GLOBAL_DEFS;
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        NotifySettings next = NotifyReader.read(globalDefs, problems);
        List<PlannedChange> changes = NotifyPlan.changes(notifier.settings(), next);
        return Prepared.of(changes, () -> notifier.apply(next));
    }
}
