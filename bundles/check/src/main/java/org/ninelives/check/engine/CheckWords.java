package org.ninelives.check.engine;

import java.util.Map;
import org.ninelives.api.check.CheckKey;
import org.ninelives.api.check.CheckResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the log says about checks, in keepalived's words. */
final class CheckWords {

    private static final Logger LOG = LoggerFactory.getLogger(CheckWords.class);

    private static final Map<String, String> NAMES =
            Map.of("HTTP_GET", "HTTP_CHECK", "SSL_GET", "HTTP_CHECK", "PING_CHECK", "ICMP CHECK");

    private CheckWords() {}

    /** What a look found, for one of the checks that look so. */
    static String of(LookKey look, CheckResult result, CheckKey check) {
        try {
            return look.method().words(result, check);
        } catch (RuntimeException | LinkageError e) {
            LOG.error("{} has no words for {}", look.keyword(), result, e);
            return result.reason();
        }
    }

    /** A check of a server has failed for good. */
    static String failed(String keyword, String realServer, long retries) {
        String start = NAMES.getOrDefault(keyword, keyword) + " on service " + realServer;
        return retries == 0 ? start + " failed." : start + " failed after " + retries + " retries.";
    }

    /** That looks want what is absent on this machine. */
    static String cannotBeMade(LookKey look, String why) {
        return look.keyword()
                + " of "
                + look.target()
                + " cannot be made: "
                + why
                + "; this says nothing about the server, which stands as it did, and it is tried"
                + " again each second, as is whatever else wants that";
    }

    /** Why a check stands as it did; before is empty when nothing was known. */
    static String hindered(String why, String before) {
        String now = "it cannot be looked at: " + why;
        return before.isEmpty() ? now : now + "; before that: " + before;
    }

    static String left(String keyword, long checks) {
        return "Checker " + keyword + " has left; " + those(checks) + " until it is back";
    }

    static String back(String keyword) {
        return "Checker " + keyword + " is back; its checks are read anew";
    }

    private static String those(long checks) {
        return checks == 1
                ? "1 check keeps its last result"
                : checks + " checks keep their last result";
    }
}
