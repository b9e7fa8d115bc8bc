package org.ninelives.daemon;

import java.util.List;
import java.util.stream.Stream;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.GlobalKeywords;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;
import org.ninelives.config.language.LanguageKeywords;
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
                    GlobalKeywords.INSTANCE,
                    Keyword.withoutEffect(
                            "child_wait_time", "has no effect: there are no child processes"));

    private static final BlockGrammar GLOBAL = BlockGrammar.of(GLOBAL_DEFS);

    private volatile ReloadSettings reloads = ReloadSettings.NONE;

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
        return Prepared.of(reloads.changesTo(next), () -> reloads = next);
    }
}
