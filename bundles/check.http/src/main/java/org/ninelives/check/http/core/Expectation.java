package org.ninelives.check.http.core;

import java.util.Optional;

/**
 * What an answer has to be like.
 *
 * @param digest MD5 of the body, 32 hexadecimal digits in lower case
 */
public record Expectation(
        StatusCodes status, Optional<String> digest, Optional<BodyPattern> pattern) {}
