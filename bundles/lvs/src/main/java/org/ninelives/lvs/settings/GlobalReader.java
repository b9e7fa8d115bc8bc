package org.ninelives.lvs.settings;

import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;
import org.ninelives.lvs.settings.LvsGlobals.FlushOnStop;

/** Reads what concerns all virtual servers together. */
final class GlobalReader {

    private GlobalReader() {}

    static LvsGlobals read(Values root, Values globalDefs) {
        Keyword<FlushOnStop> flushOnStop =
                globalDefs.isSet(GlobalGrammar.LVS_FLUSH_ON_STOP)
                        ? GlobalGrammar.LVS_FLUSH_ON_STOP
                        : GlobalGrammar.LVS_FLUSH_ONSTOP;
        return new LvsGlobals(
                globalDefs.get(GlobalGrammar.LVS_FLUSH),
                globalDefs.get(flushOnStop),
                globalDefs.get(GlobalGrammar.LVS_TIMEOUTS),
                globalDefs.get(GlobalGrammar.LVS_SYNC_DAEMON),
                globalDefs.get(GlobalGrammar.RS_INIT_NOTIFIES),
                globalDefs
                        .get(GlobalGrammar.NFTABLES_IPVS)
                        .map(
                                table ->
                                        new FwmarkSettings(
                                                table,
                                                globalDefs.get(
                                                        GlobalGrammar.NFTABLES_IPVS_PRIORITY),
                                                globalDefs.get(
                                                        GlobalGrammar.NFTABLES_IPVS_START_FWMARK))),
                root.get(GlobalGrammar.NET_NAMESPACE_IPVS),
                GlobalGrammar.THREAD.read(globalDefs));
    }
}
