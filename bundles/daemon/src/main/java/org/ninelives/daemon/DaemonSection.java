package org.ninelives.daemon;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.GlobalKeywords;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;
import org.ninelives.config.language.LanguageKeywords;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The keywords of the daemon as a process. */
@Component(service = {DaemonSection.class, ConfigSection.class})
public final class DaemonSection implements ConfigSection {

    private static final List<Keyword<?>> GLOBAL_DEFS =
            Stream.of(
                            LanguageKeywords.globalDefs(),
                            ReloadSettings.KEYWORDS,
                            List.of(
                                    GlobalKeywords.ROUTER_ID,
                                    Keyword.withoutEffect(
                                            "tmp_config_directory",
                                            "has no effect: there are no processes to copy for"),
                                    Keyword.withoutEffect(
                                            "reload_check_config",
                                            "always on: a reload is checked before it is applied")))
                    .<Keyword<?>>flatMap(List::stream)
                    .toList();

    private static final BlockGrammar ROOT =
            BlockGrammar.of(
                    Stream.concat(
                                    Identity.KEYWORDS.stream(),
                                    Stream.of(
                                            Keyword.withoutEffect(
                                                    "child_wait_time",
                                                    "has no effect: there are no child"
                                                            + " processes")))
                            .toList());

    private static final BlockGrammar GLOBAL = BlockGrammar.of(GLOBAL_DEFS);

    private final Optional<String> namespaceOption;
    private Optional<Identity> identity = Optional.empty();
    private volatile ReloadSettings reloads = ReloadSettings.NONE;

    @Activate
    public DaemonSection(BundleContext context) {
        this(DaemonSettings.from(context::getProperty, 0).namespace());
    }

    /**
     * Has nothing applied yet.
     *
     * @param namespaceOption what option {@code -s} said
     */
    DaemonSection(Optional<String> namespaceOption) {
        this.namespaceOption = namespaceOption;
    }

    /** How reloads are done by what runs. */
    ReloadSettings reloads() {
        return reloads;
    }

    @Override
    public BlockGrammar root() {
        return ROOT;
    }

    @Override
    public BlockGrammar globalDefs() {
        return GLOBAL;
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        ReloadSettings next = ReloadSettings.of(globalDefs);
        Identity meant = Identity.of(root, namespaceOption);
        identity.ifPresent(now -> now.reportChanges(meant, root, problems));
        return Prepared.of(
                reloads.changesTo(next),
                () -> {
                    identity = Optional.of(meant);
                    reloads = next;
                });
    }
}
