package org.ninelives.check.http.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.ninelives.api.check.Probe;
import org.ninelives.api.system.ConnectTarget;
import org.ninelives.api.system.Connection;
import org.ninelives.check.http.core.BadAnswerException;
import org.ninelives.check.http.core.Expectation;
import org.ninelives.check.http.core.Fault;
import org.ninelives.check.http.core.Judge;
import org.ninelives.check.http.core.ResponseParser;
import org.ninelives.check.http.settings.Page;
import org.ninelives.check.http.tls.TlsClient;
import org.ninelives.check.http.tls.TlsReasons;
import org.ninelives.check.http.tls.UntrustedServerException;

/** Fetches one page over a connection of its own. What it says begins as in keepalived's log. */
final class Visit {

    private final HttpMethod method;
    private final Page page;
    private final Probe probe;

    Visit(HttpMethod method, Page page, Probe probe) {
        this.method = method;
        this.page = page;
        this.probe = probe;
    }

    /** What is wrong with the page or the way to it; a sentence, or empty if nothing is. */
    Optional<String> fault() {
        if (probe.isWatched()) {
            probe.tell(page.request() + " of " + words(probe.target()));
        }
        try (Connection connection = probe.connect()) {
            long left = probe.deadlineNanos() - System.nanoTime();
            long deadline = System.nanoTime() + Math.min(left, method.pageTimeout().toNanos());
            connection.setDeadline(deadline);
            return method.tls().isPresent()
                    ? overTls(connection, method.tls().get(), deadline)
                    : over(connection.input(), connection.output(), deadline);
        } catch (InterruptedIOException e) {
            return sentence("Timeout connecting", "it did not answer in time");
        } catch (IOException e) {
            return sentence("Connection failed", e.getMessage());
        }
    }

    private Optional<String> overTls(Connection connection, TlsClient client, long deadlineNanos) {
        try (TlsClient.Stream stream = client.open(connection, page.tls().orElseThrow())) {
            probe.tell(stream.words());
            return over(stream.input(), stream.output(), deadlineNanos).or(() -> unclean(stream));
        } catch (UntrustedServerException e) {
            return noTls(e.getMessage());
        } catch (SSLException e) {
            return noTls(TlsReasons.of(e));
        } catch (InterruptedIOException e) {
            return noTls("the server did not shake hands in time");
        } catch (IOException e) {
            return noTls(e.getMessage());
        }
    }

    private Optional<String> noTls(String detail) {
        return sentence("SSL handshake/communication error connecting to", detail);
    }

    private Optional<String> over(InputStream input, OutputStream output, long deadlineNanos) {
        Judge judge = new Judge(page.expectation());
        ResponseParser answer = new ResponseParser(page.request().isHead(), judge);
        Exchange exchange = new Exchange(input, output);
        try {
            exchange.run(page.request(), answer);
            if (page.tls().isPresent() && page.tls().get().compliant()) {
                exchange.drain();
            }
        } catch (BadAnswerException e) {
            return exchange.hasHeard()
                    ? sentence("HTTP answer error from", e.getMessage())
                    : sentence("Read, no data received from", e.getMessage());
        } catch (SSLException e) {
            return sentence("SSL read error from", TlsReasons.of(e));
        } catch (InterruptedIOException e) {
            return sentence(
                    exchange.hasHeard() ? "Timeout HTTP read" : "Timeout WEB read",
                    exchange.hasHeard() ? judge.length() + " bytes of the page came" : "no answer");
        } catch (IOException e) {
            return sentence("Read error from", e.getMessage());
        }
        tellAnswer(answer, judge);
        return judged(
                page.expectation().pattern().isPresent()
                        ? Searches.fault(judge, answer.status(), deadlineNanos)
                        : judge.fault(answer.status(), () -> false));
    }

    private void tellAnswer(ResponseParser answer, Judge judge) {
        if (probe.isWatched()) {
            probe.tell(
                    "status "
                            + answer.status()
                            + ", "
                            + judge.length()
                            + " bytes"
                            + (answer.isComplete() ? "" : ", fewer than its header says"));
        }
    }

    private Optional<String> judged(Optional<Fault> fault) {
        if (fault.isEmpty()) {
            if (probe.isWatched()) {
                probe.tell(
                        success(page.expectation())
                                + " success to "
                                + words(probe.target())
                                + " url("
                                + page.request().target()
                                + ")");
            }
            return Optional.empty();
        }
        return sentence(
                switch (fault.get().kind()) {
                    case STATUS -> "HTTP status code error to";
                    case DIGEST -> "MD5 digest error to";
                    case PATTERN -> "Regex match failed";
                },
                fault.get().detail());
    }

    /** Which of its tests keepalived tells of: the last one. */
    private static String success(Expectation expectation) {
        if (expectation.pattern().isPresent()) {
            return "Regex match";
        }
        return expectation.digest().isPresent() ? "MD5 digest" : "HTTP status code";
    }

    private Optional<String> unclean(TlsClient.Stream stream) {
        return page.tls().orElseThrow().compliant() && stream.isCutOff()
                ? sentence(
                        "SSL read error from",
                        "the server closed the connection without close_notify")
                : Optional.empty();
    }

    private Optional<String> sentence(String words, String detail) {
        return Optional.of(
                words
                        + " server "
                        + words(probe.target())
                        + ": "
                        + detail
                        + " ("
                        + page.request()
                        + ")");
    }

    /** As keepalived's log has it: {@code [10.0.0.1]:tcp:80}. */
    static String words(ConnectTarget target) {
        return "[" + target.address() + "]:tcp:" + target.port();
    }
}
