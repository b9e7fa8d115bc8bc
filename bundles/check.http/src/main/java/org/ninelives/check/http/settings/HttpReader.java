package org.ninelives.check.http.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.check.CheckKeywords;
import org.ninelives.api.check.CheckSchedule;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.configuration.Secrets;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Block;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;

/** Reads {@code HTTP_GET} and {@code SSL_GET}. */
public final class HttpReader {

    private final CheckerBlock block;
    private final Values values;
    private final Problems problems;
    private final Secrets secrets;

    /**
     * For one block.
     *
     * @param secrets finds the passwords that it names
     */
    public HttpReader(CheckerBlock block, Secrets secrets) {
        this.block = block;
        this.values = block.values();
        this.problems = block.problems();
        this.secrets = secrets;
    }

    /** An {@code HTTP_GET}; empty if it cannot be used, which has been reported. */
    public Optional<HttpSettings> readPlain() {
        return read(false);
    }

    /** An {@code SSL_GET}; empty if it cannot be used, which has been reported. */
    public Optional<HttpSettings> readTls() {
        return read(true);
    }

    private Optional<HttpSettings> read(boolean tls) {
        List<Page> pages = new ArrayList<>();
        for (Block<Boolean> url : values.get(HttpGrammar.URL)) {
            page(url.values(), tls).ifPresent(pages::add);
        }
        if (pages.isEmpty()) {
            problems.error(
                    values.position(),
                    block.type().keyword(),
                    "has no url with a path, and is skipped; write url { path / }");
            return Optional.empty();
        }
        CheckSchedule schedule = schedule(pages.size());
        return Optional.of(new HttpSettings(pages, schedule, block.schedule().checkTimeout()));
    }

    private Optional<Page> page(Values url, boolean tls) {
        UrlReader reader = new UrlReader(url, secrets, problems);
        Optional<String> virtualHost =
                url.get(UrlGrammar.VIRTUALHOST)
                        .or(() -> values.get(HttpGrammar.VIRTUALHOST))
                        .or(block.server()::virtualHost);
        String host = virtualHost.orElseGet(() -> host(block.target()));
        return reader.request(values.get(HttpGrammar.HTTP_PROTOCOL), host)
                .map(
                        request ->
                                new Page(
                                        request,
                                        reader.expectation(),
                                        tls
                                                ? Optional.of(tls(url, virtualHost))
                                                : Optional.empty()));
    }

    /** As keepalived has it: with the port even where that is the usual one. */
    public static String host(ConnectTarget target) {
        IpAddress address = target.address();
        return (address.family() == IpAddress.Family.IPV6 ? "[" + address + "]" : address)
                + ":"
                + target.port();
    }

    private PageTls tls(Values url, Optional<String> virtualHost) {
        Optional<String> given = values.get(HttpGrammar.SNI_NAME);
        Optional<String> name =
                given.filter(word -> !word.equals(Words.AS_HOST))
                        .or(() -> virtualHost.map(HttpReader::withoutPort));
        boolean told = values.get(HttpGrammar.ENABLE_SNI) || given.isPresent();
        return new PageTls(
                told ? name.filter(this::isServerName) : Optional.empty(),
                flag(url, UrlGrammar.TLS_COMPLIANT, HttpGrammar.TLS_COMPLIANT),
                flag(url, UrlGrammar.TLS_VERIFY, HttpGrammar.TLS_VERIFY)
                        ? Optional.of(verification(name))
                        : Optional.empty());
    }

    private boolean isServerName(String name) {
        boolean good = Words.isServerName(name);
        if (!good) {
            problems.warning(
                    values.position(HttpGrammar.ENABLE_SNI),
                    HttpGrammar.ENABLE_SNI.name(),
                    name
                            + " is not the name of a host, so the server is told none; write"
                            + " sni_name");
        }
        return good;
    }

    private PageTls.Verification verification(Optional<String> name) {
        return new PageTls.Verification(
                values.get(HttpGrammar.CA).or(() -> SslGrammar.read(block.root()).authorities()),
                name.orElseGet(() -> block.target().address().toString()));
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":\\d+$", "");
    }

    private boolean flag(Values url, Keyword<Boolean> ofUrl, Keyword<Boolean> ofCheck) {
        return url.isSet(ofUrl) ? url.get(ofUrl) : values.get(ofCheck);
    }

    private CheckSchedule schedule(int pages) {
        CheckSchedule usual = block.schedule();
        boolean retryIsWritten =
                values.isSet(CheckKeywords.RETRY) || values.isSet(CheckKeywords.FALL);
        return new CheckSchedule(
                usual.delayLoop(),
                longer(usual.delayLoop(), usual.delayBeforeRetry()),
                retryIsWritten
                        ? usual.retry()
                        : values.get(HttpGrammar.NB_GET_RETRY).orElse(usual.retry()),
                usual.delayBeforeRetry(),
                usual.warmup(),
                usual.connectTimeout(),
                // Each further page has a connection of its own.
                usual.checkTimeout()
                        .multipliedBy(pages)
                        .plus(usual.connectTimeout().multipliedBy(pages - 1L)),
                usual.rise());
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
