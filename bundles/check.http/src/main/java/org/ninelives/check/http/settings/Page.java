package org.ninelives.check.http.settings;

import java.util.Optional;
import org.ninelives.check.http.core.Expectation;
import org.ninelives.check.http.core.Request;

/**
 * One page to fetch: a {@code url} block.
 *
 * @param tls empty for HTTP without it
 */
public record Page(Request request, Expectation expectation, Optional<PageTls> tls) {}
