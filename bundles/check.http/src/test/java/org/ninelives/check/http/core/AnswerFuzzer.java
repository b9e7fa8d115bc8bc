package org.ninelives.check.http.core;

import java.util.Optional;
import java.util.Set;

/** All that a server says on one connection, however wrong, comes to a verdict. */
public final class AnswerFuzzer {

    private static final Expectation EXPECTATION =
            new Expectation(
                    StatusCodes.SUCCESS,
                    Optional.of("5eb63bbbe01eeed093cb22bb8f5acdc3"),
                    Optional.of(
                            new BodyPattern(
                                    new BodyPattern.Words(
                                            "w.rld",
                                            Set.of(RegexOption.UTF),
                                            false,
                                            3,
                                            Integer.MAX_VALUE))));

    private AnswerFuzzer() {}

    /** Entry of Jazzer: the first byte tells how large the pieces are that the rest comes in. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0) {
            int piece = 1 + (input[0] & 0x7f);
            boolean toHead = input[0] < 0;
            Outcome whole = outcome(input, input.length, toHead);
            Outcome inPieces = outcome(input, piece, toHead);
            if (!whole.equals(inPieces)) {
                throw new IllegalStateException(whole + " in one piece, but " + inPieces);
            }
        }
    }

    private record Outcome(int status, boolean complete, long length, String fault) {}

    private static Outcome outcome(byte[] input, int piece, boolean toHead) {
        Judge judge = new Judge(EXPECTATION);
        ResponseParser parser = new ResponseParser(toHead, judge);
        String fault;
        try {
            for (int at = 1; at < input.length && !parser.isComplete(); at += piece) {
                parser.feed(input, at, Math.min(piece, input.length - at));
            }
            if (!parser.isComplete()) {
                parser.end();
            }
            fault = judge.fault(parser.status(), () -> false).toString();
        } catch (BadAnswerException e) {
            fault = e.getMessage();
        }
        return new Outcome(parser.status(), parser.isComplete(), judge.length(), fault);
    }
}
