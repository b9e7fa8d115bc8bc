package org.ninelives.vrrp.internal;

import java.nio.file.Path;
import java.util.List;
import org.ninelives.api.configuration.ApplyException;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.system.Machine;
import org.ninelives.api.system.SystemException;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.vrrp.engine.VrrpService;
import org.ninelives.vrrp.settings.ReadInstances;
import org.ninelives.vrrp.settings.SettingsReader;
import org.ninelives.vrrp.settings.VrrpPlan;
import org.ninelives.vrrp.settings.VrrpSettings;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** All that is said about VRRP, outside all blocks and in {@code global_defs}. */
@Component(property = "service.ranking:Integer=100")
public final class VrrpSection implements ConfigSection {

    private static final String SUBSYSTEMS = "ninelives.subsystems";
    private static final String RELEASE = "ninelives.release.vrrp";
    private static final String CHECKERS_ONLY = "check";

    private final VrrpBeans beans;
    private final VrrpService service;
    private final boolean wanted;
    private final ReadInstances readInstances = new ReadInstances();
    private VrrpSettings current = VrrpSettings.NONE;

    @Activate
    public VrrpSection(
            BundleContext context, @Reference Machine machine, @Reference EventSink sink) {
        beans = new VrrpBeans(context, sink);
        boolean releases = !"false".equals(context.getProperty(RELEASE));
        service = new VrrpService(machine, beans, releases);
        beans.serve(service);
        wanted = !CHECKERS_ONLY.equals(context.getProperty(SUBSYSTEMS));
    }

    @Deactivate
    void stop() {
        service.stop();
        beans.close();
    }

    @Override
    public BlockGrammar root() {
        return SettingsReader.ROOT;
    }

    @Override
    public BlockGrammar globalDefs() {
        return SettingsReader.GLOBAL_DEFS;
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        VrrpSettings read =
                SettingsReader.read(
                        root,
                        globalDefs,
                        problems,
                        new KeyFilesOnDisk(),
                        new NameFiles(Path.of("/"), SettingsReader.nameFolders(globalDefs)).read(),
                        readInstances);
        VrrpSettings next = wanted ? read : VrrpSettings.NONE;
        List<PlannedChange> changes = VrrpPlan.changes(current, next);
        return new Prepared() {
            @Override
            public List<PlannedChange> changes() {
                return changes;
            }

            @Override
            public void apply() throws ApplyException {
                VrrpSection.this.apply(next);
            }
        };
    }

    private void apply(VrrpSettings next) throws ApplyException {
        try {
            service.apply(next);
            current = next;
        } catch (SystemException e) {
            throw new ApplyException(
                    "VRRP cannot run: " + e.getMessage(), e.isPermissionMissing(), e);
        }
    }
}
