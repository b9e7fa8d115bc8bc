package org.ninelives.check.http.settings;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ninelives.api.configuration.Secrets;
import org.ninelives.api.configuration.UnreadableSecretException;
import org.ninelives.check.http.core.BodyPattern;
import org.ninelives.check.http.core.Expectation;
import org.ninelives.check.http.core.HttpVersion;
import org.ninelives.check.http.core.RegexOption;
import org.ninelives.check.http.core.Request;
import org.ninelives.check.http.core.StatusCodes;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Located;
import org.ninelives.config.grammar.Values;

/** Reads one {@code url} into what is asked and what is expected. */
record UrlReader(Values url, Secrets secrets, Problems problems) {

    /** The request, if there is a path to ask for. */
    Optional<Request> request(HttpVersion version, String host) {
        Optional<String> path = url.get(UrlGrammar.PATH);
        if (path.isEmpty()) {
            problems.error(
                    url.position(), "path", "is missing, and the url is skipped; write path /");
        }
        return path.map(
                target ->
                        Request.of(
                                target,
                                new Request.Parts(
                                        url.get(UrlGrammar.METHOD),
                                        version,
                                        host,
                                        fields(),
                                        url.get(UrlGrammar.BODY))));
    }

    private List<String> fields() {
        List<String> fields = new ArrayList<>();
        url.get(UrlGrammar.HEADER).forEach(field -> fields.add(field.value()));
        url.get(UrlGrammar.AUTH).flatMap(this::authorization).ifPresent(fields::add);
        return fields;
    }

    /** RFC 7617 section 2. */
    private Optional<String> authorization(Words.Login login) {
        try {
            String pair = login.user() + ":" + secrets.read(login.password());
            byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
            return Optional.of("Authorization: Basic " + Base64.getEncoder().encodeToString(bytes));
        } catch (UnreadableSecretException e) {
            problems.error(
                    url.position(UrlGrammar.AUTH),
                    UrlGrammar.AUTH.name(),
                    e.getMessage() + "; the server is asked without a password");
            return Optional.empty();
        }
    }

    Expectation expectation() {
        List<Located<List<StatusCodes.Range>>> codes = url.get(UrlGrammar.STATUS_CODE);
        return new Expectation(
                codes.isEmpty()
                        ? StatusCodes.SUCCESS
                        : StatusCodes.of(
                                codes.stream().flatMap(line -> line.value().stream()).toList()),
                url.get(UrlGrammar.DIGEST),
                url.get(UrlGrammar.REGEX).flatMap(this::pattern));
    }

    private Optional<BodyPattern> pattern(String regex) {
        Set<RegexOption> options = EnumSet.noneOf(RegexOption.class);
        url.get(UrlGrammar.REGEX_OPTIONS).forEach(line -> options.addAll(line.value()));
        int min = url.get(UrlGrammar.REGEX_MIN_OFFSET);
        int max = url.get(UrlGrammar.REGEX_MAX_OFFSET).orElse(Integer.MAX_VALUE);
        if (max < min) {
            problems.error(
                    url.position(UrlGrammar.REGEX_MAX_OFFSET),
                    UrlGrammar.REGEX_MAX_OFFSET.name(),
                    max
                            + " is below regex_min_offset "
                            + min
                            + ", so that nothing could match;"
                            + " ignored");
            max = Integer.MAX_VALUE;
        }
        try {
            return Optional.of(
                    new BodyPattern(
                            new BodyPattern.Words(
                                    regex, options, url.get(UrlGrammar.REGEX_NO_MATCH), min, max)));
        } catch (IllegalArgumentException e) {
            problems.error(
                    url.position(UrlGrammar.REGEX),
                    UrlGrammar.REGEX.name(),
                    e.getMessage() + "; the page is tested without it");
            return Optional.empty();
        }
    }
}
