package org.ninelives.api.management;

/**
 * How a check of a real server stands.
 *
 * @param keyword of the checker, such as {@code TCP_CHECK}
 * @param verdict {@code UNKNOWN} before the first result, {@code PASSED} or {@code FAILED}
 * @param reason the sentence of the result that made it so; empty before the first
 */
public record CheckStatus(String keyword, String verdict, String reason) {}
