package org.ninelives.check.http.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckDefaults;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.configuration.SystemSecrets;
import org.ninelives.check.http.engine.HttpMethod;
import org.ninelives.check.http.settings.HttpGrammar;
import org.ninelives.check.http.settings.HttpReader;
import org.ninelives.check.http.settings.SslGrammar;
import org.ninelives.check.http.settings.TlsFiles;
import org.ninelives.check.http.tls.PemException;
import org.ninelives.check.http.tls.TlsClient;
import org.ninelives.check.http.tls.TlsContexts;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.osgi.service.component.annotations.Component;

/** {@code SSL_GET}, and the root block {@code SSL} with the files of all of them. */
@Component
public final class SslGet implements CheckerType, ConfigSection {

    private final TlsContexts contexts = new TlsContexts();
    private Map<String, TlsFiles> current = Map.of();

    @Override
    public String keyword() {
        return "SSL_GET";
    }

    @Override
    public String help() {
        return "pages that a web server has to answer as it should, over TLS";
    }

    @Override
    public BlockGrammar grammar() {
        return HttpGrammar.BLOCK;
    }

    @Override
    public CheckDefaults defaults() {
        return HttpGet.DEFAULTS;
    }

    @Override
    public List<Check> read(CheckerBlock block) {
        TlsClient client = new TlsClient(SslGrammar.read(block.root()), contexts);
        return new HttpReader(block, new SystemSecrets())
                .readTls()
                .map(
                        read ->
                                block.probing(
                                        new HttpMethod(
                                                read.pages(),
                                                read.pageTimeout(),
                                                Optional.of(client)),
                                        block.target(),
                                        read.schedule()))
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public BlockGrammar root() {
        return SslGrammar.ROOT;
    }

    @Override
    public BlockGrammar globalDefs() {
        return BlockGrammar.none();
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        TlsFiles files = SslGrammar.read(root);
        try {
            TlsContexts.verify(files);
        } catch (PemException e) {
            problems.error(SslGrammar.position(root), SslGrammar.KEYWORD, e.getMessage());
        }
        Map<String, TlsFiles> next =
                files.equals(TlsFiles.NONE) ? Map.of() : Map.of("files", files);
        return Prepared.of(
                PlannedChange.between(SslGrammar.KEYWORD, current, next, TlsFiles::compared),
                () -> {
                    current = next;
                    // The same names may stand for other contents now.
                    contexts.renew();
                });
    }
}
