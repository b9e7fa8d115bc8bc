package org.ninelives.check.http.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckDefaults;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.configuration.SystemSecrets;
import org.ninelives.check.http.engine.HttpMethod;
import org.ninelives.check.http.settings.HttpGrammar;
import org.ninelives.check.http.settings.HttpReader;
import org.ninelives.config.grammar.BlockGrammar;
import org.osgi.service.component.annotations.Component;

/** {@code HTTP_GET}. */
@Component
public final class HttpGet implements CheckerType {

    static final CheckDefaults DEFAULTS = new CheckDefaults(1, Optional.of(Duration.ofSeconds(3)));

    @Override
    public String keyword() {
        return "HTTP_GET";
    }

    @Override
    public String help() {
        return "pages that a web server has to answer as it should";
    }

    @Override
    public BlockGrammar grammar() {
        return HttpGrammar.BLOCK;
    }

    @Override
    public CheckDefaults defaults() {
        return DEFAULTS;
    }

    @Override
    public List<Check> read(CheckerBlock block) {
        return new HttpReader(block, new SystemSecrets())
                .readPlain()
                .map(
                        read ->
                                block.probing(
                                        new HttpMethod(
                                                read.pages(), read.pageTimeout(), Optional.empty()),
                                        block.target(),
                                        read.schedule()))
                .map(List::of)
                .orElse(List.of());
    }
}
