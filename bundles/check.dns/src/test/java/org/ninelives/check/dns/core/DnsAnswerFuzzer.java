package org.ninelives.check.dns.core;

/** Any datagram is an answer or none; an own question, damaged, is never taken for one. */
public final class DnsAnswerFuzzer {

    private static final int ID = 0x1234;

    private DnsAnswerFuzzer() {}

    /** Entry of Jazzer. */
    public static void fuzzerTestOneInput(byte[] input) {
        for (int length = 0; length <= Math.min(input.length, 32); length++) {
            boolean answers = length >= 12 && input[0] == 0x12 && input[1] == 0x34 && input[2] < 0;
            if (Answer.parse(input, length, ID).isPresent() != answers) {
                throw new IllegalStateException("taken for an answer: " + !answers);
            }
        }
        Answer.parse(input, input.length, ID).ifPresent(DnsAnswerFuzzer::check);
    }

    private static void check(Answer answer) {
        if (answer.codeName().isEmpty() || answer.isSuccess() != (answer.code() == 0)) {
            throw new IllegalStateException(answer.toString());
        }
    }
}
