package org.ninelives.check.http.core;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Takes the body of one answer, and tells then what is wrong with the answer. */
public final class Judge implements BodySink {

    /** A page for a check is a few bytes; servers that never end are not followed for ever. */
    static final int BODY_BYTES_MAX = 1 << 24;

    /** What a pattern is looked for in is kept in memory. */
    static final int SEARCHED_BYTES_MAX = 1 << 22;

    private final Expectation expectation;
    private final Optional<MessageDigest> digest;
    private final ByteArrayOutputStream searched = new ByteArrayOutputStream(0);
    private long length;
    private boolean mayBePortOfTls;

    /** For one answer. */
    public Judge(Expectation expectation) {
        this.expectation = expectation;
        this.digest = expectation.digest().map(wanted -> Md5.start());
    }

    @Override
    public void status(int status) {
        mayBePortOfTls = PortOfTls.mayBeSaidWith(status);
    }

    @Override
    public void body(byte[] bytes, int offset, int count) throws BadAnswerException {
        length += count;
        int most = expectation.pattern().isPresent() ? SEARCHED_BYTES_MAX : BODY_BYTES_MAX;
        if (length > most) {
            throw new BadAnswerException(
                    "its page is longer than "
                            + most
                            + " bytes, which is all that a check "
                            + (expectation.pattern().isPresent()
                                    ? "looks for a regex in"
                                    : "reads"));
        }
        if (digest.isPresent()) {
            digest.get().update(bytes, offset, count);
        }
        if (expectation.pattern().isPresent()) {
            searched.write(bytes, offset, count);
        } else if (mayBePortOfTls) {
            searched.write(bytes, offset, Math.min(count, PortOfTls.PAGE_BYTES - searched.size()));
        }
    }

    /** How long the body is so far, in bytes. */
    public long length() {
        return length;
    }

    /**
     * What is wrong with the answer that has been taken.
     *
     * @param timeOver asked now and then whether to give up
     * @return empty if nothing is
     */
    public Optional<Fault> fault(int status, BooleanSupplier timeOver) {
        if (!expectation.status().contains(status)) {
            return Optional.of(
                    new Fault(
                            Fault.Kind.STATUS,
                            status + ", and " + expectation.status() + " is accepted" + advice()));
        }
        Optional<Fault> wrongDigest = digest.isPresent() ? wrongDigest() : Optional.empty();
        return wrongDigest.isEmpty() && expectation.pattern().isPresent()
                ? wrongText(timeOver)
                : wrongDigest;
    }

    private String advice() {
        return mayBePortOfTls && PortOfTls.isSaidIn(searched.toByteArray())
                ? "; " + PortOfTls.ADVICE
                : "";
    }

    private Optional<Fault> wrongDigest() {
        return digest.map(sum -> HexFormat.of().formatHex(sum.digest()))
                .filter(found -> !found.equals(expectation.digest().orElseThrow()))
                .map(
                        found ->
                                new Fault(
                                        Fault.Kind.DIGEST,
                                        found
                                                + " of "
                                                + length
                                                + " bytes, and "
                                                + expectation.digest().orElseThrow()
                                                + " is expected"));
    }

    private Optional<Fault> wrongText(BooleanSupplier timeOver) {
        return expectation
                .pattern()
                .flatMap(
                        pattern ->
                                switch (pattern.find(searched.toByteArray(), timeOver)) {
                                    case PASSED -> Optional.empty();
                                    case FAILED ->
                                            Optional.of(pattern + " in " + length + " bytes");
                                    case TIME_OVER ->
                                            Optional.of(
                                                    pattern + " was not done in time; simplify it");
                                    case TOO_DEEP ->
                                            Optional.of(
                                                    pattern
                                                            + " needs too much memory; put (?>…)"
                                                            + " around its alternatives");
                                })
                .map(detail -> new Fault(Fault.Kind.PATTERN, detail));
    }
}
