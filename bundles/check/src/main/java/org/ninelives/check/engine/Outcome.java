package org.ninelives.check.engine;

import java.io.IOException;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.ProbeMethod;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a look went.
 *
 * @param isFault whether the checker itself failed, and not the server
 */
record Outcome(CheckResult result, boolean isFault) {

    private static final Logger LOG = LoggerFactory.getLogger(Outcome.class);

    /** Looks, and makes a result of whatever comes of it. */
    static Outcome of(String keyword, ProbeMethod method, LookProbe probe)
            throws InterruptedException {
        try (probe) {
            CheckResult result = method.run(probe);
            return isWhole(result)
                    ? new Outcome(result, false)
                    : fault(keyword + " has told no result");
        } catch (IOException e) {
            return new Outcome(CheckResult.failed(words(e)), false);
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            // Whatever a checker throws is its own fault, and nobody else shall notice.
            LOG.trace("{} failed", keyword, e);
            return fault(keyword + " failed in itself: " + e.getClass().getName() + words(": ", e));
        }
    }

    private static boolean isWhole(CheckResult result) {
        return result != null && result.weighting() != null && result.reason() != null;
    }

    private static Outcome fault(String reason) {
        return new Outcome(CheckResult.failed(reason), true);
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
