package org.ninelives.check.engine;

import java.io.IOException;
import java.util.Optional;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.ProbeMethod;
import org.ninelives.api.system.AbsentException;
import org.ninelives.api.system.ExhaustedException;
import org.ninelives.api.system.LackException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a look went.
 *
 * @param result what it found; of one without a result, a failure with what was missing
 */
record Outcome(Kind kind, CheckResult result) {

    private static final Logger LOG = LoggerFactory.getLogger(Outcome.class);

    /** What it says. */
    enum Kind {
        /** Something about the server. */
        FOUND,
        /** The checker itself failed, which counts as if the server had. */
        FAULT,
        /** This machine had run out of what it takes to look; that says nothing of the server. */
        NOT_MADE,
        /** Nor does it when an address or interface to look from is not there, maybe for long. */
        HINDERED
    }

    /** Looks, and makes a result of whatever comes of it. */
    static Outcome of(String keyword, ProbeMethod method, LookProbe probe)
            throws InterruptedException {
        try (probe) {
            CheckResult result = method.run(probe);
            if (!isWhole(result)) {
                return fault(keyword + " has told no result");
            }
            // Checkers take it for a failure of the server, as any other exception.
            Optional<LackException> missing = probe.missing();
            return missing.isPresent() && !result.passed()
                    ? lacking(missing.get())
                    : new Outcome(Kind.FOUND, result);
        } catch (LackException e) {
            return lacking(e);
        } catch (IOException e) {
            return new Outcome(Kind.FOUND, CheckResult.failed(words(e)));
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            // Whatever a checker throws is its own fault, and nobody else shall notice.
            LOG.trace("{} failed", keyword, e);
            return fault(keyword + " failed in itself: " + e.getClass().getName() + words(": ", e));
        }
    }

    private static Outcome lacking(LackException missing) {
        return switch (missing) {
            case ExhaustedException exhausted -> notMade(exhausted);
            case AbsentException absent ->
                    new Outcome(Kind.HINDERED, CheckResult.failed(absent.getMessage()));
        };
    }

    /** Of a look for which this machine has nothing left. */
    static Outcome notMade(Throwable missing) {
        return new Outcome(Kind.NOT_MADE, CheckResult.failed(missing.getMessage()));
    }

    /** Whether it says something, if only that the checker has failed. */
    boolean isResult() {
        return kind == Kind.FOUND || kind == Kind.FAULT;
    }

    /** Whether it says that the server is there. */
    boolean isPassed() {
        return result.passed();
    }

    private static boolean isWhole(CheckResult result) {
        return result != null && result.weighting() != null && result.reason() != null;
    }

    private static Outcome fault(String reason) {
        return new Outcome(Kind.FAULT, CheckResult.failed(reason));
    }

    private static String words(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.toString() : message;
    }

    private static String words(String before, Throwable e) {
        try {
            return e.getMessage() == null ? "" : before + e.getMessage();
        } catch (RuntimeException also) {
            return "";
        }
    }
}
