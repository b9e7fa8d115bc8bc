package org.ninelives.check.http.genhash;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.ninelives.api.command.Command;
import org.ninelives.api.system.Connection;
import org.ninelives.api.system.Connections;
import org.ninelives.api.system.Networks;
import org.ninelives.api.system.SystemException;
import org.ninelives.check.http.core.BadAnswerException;
import org.ninelives.check.http.core.HashedPage;
import org.ninelives.check.http.core.Request;
import org.ninelives.check.http.core.ResponseParser;
import org.ninelives.check.http.engine.Exchange;
import org.ninelives.check.http.settings.HttpReader;
import org.ninelives.check.http.settings.PageTls;
import org.ninelives.check.http.settings.TlsFiles;
import org.ninelives.check.http.tls.TlsClient;
import org.ninelives.check.http.tls.TlsContexts;
import org.ninelives.check.http.tls.TlsReasons;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prints the digest of a page for {@code digest} of a url, as the tool of keepalived does. */
@Component
public final class Genhash implements Command {

    private static final int FAILED = 1;

    private final Networks networks;

    @Activate
    public Genhash(@Reference Networks networks) {
        this.networks = networks;
    }

    @Override
    public String name() {
        return "genhash";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Optional<GenhashOptions> options;
        try {
            options = GenhashOptions.parse(arguments);
        } catch (UsageException e) {
            err.println("genhash: " + e.getMessage());
            err.print(GenhashOptions.USAGE);
            return FAILED;
        }
        if (options.isEmpty()) {
            out.print(GenhashOptions.USAGE);
            return 0;
        }
        return run(options.get(), out, err);
    }

    private int run(GenhashOptions options, PrintStream out, PrintStream err) {
        try {
            print(options, out);
            return 0;
        } catch (InterruptedIOException e) {
            err.println("genhash: " + options.target() + " did not answer in time");
        } catch (SSLException e) {
            err.println("genhash: no TLS with " + options.target() + ": " + TlsReasons.of(e));
        } catch (BadAnswerException | SystemException | IOException e) {
            err.println("genhash: " + options.target() + ": " + e.getMessage());
        }
        return FAILED;
    }

    private void print(GenhashOptions options, PrintStream out)
            throws IOException, BadAnswerException, SystemException {
        long start = System.nanoTime();
        HashedPage page = new HashedPage();
        ResponseParser answer = new ResponseParser(false, page);
        try (Connections connections = networks.open(Optional.empty());
                Connection connection = connections.connect(options.target(), after(options))) {
            connection.setDeadline(after(options));
            if (options.tls()) {
                fetchOverTls(options, connection, answer);
            } else {
                fetch(options, connection.input(), connection.output(), answer);
            }
        }
        byte[] digest = page.digest();
        if (options.verbose()) {
            out.println(heading("    HTTP Header Buffer    "));
            out.print(HexDump.of(answer.header()));
            out.println(heading(" HTTP Header Ascii Buffer "));
            out.writeBytes(answer.header());
            out.println();
            out.println(heading("        HTML Buffer        "));
            out.println(HexDump.of(page.bytes()));
            out.println(heading("    HTML hash resulting    "));
            out.println(HexDump.of(digest));
            out.println(heading(" HTML hash final resulting "));
        }
        out.println(HexFormat.of().formatHex(digest));
        if (options.verbose()) {
            out.println();
            out.println(
                    "Global response time for [%s] = %d usecs"
                            .formatted(options.url(), (System.nanoTime() - start) / 1000));
        }
    }

    private static long after(GenhashOptions options) {
        return System.nanoTime() + options.timeout().toNanos();
    }

    private static String heading(String text) {
        return "-----------------------[" + text + "]-----------------------";
    }

    private static void fetchOverTls(
            GenhashOptions options, Connection connection, ResponseParser answer)
            throws IOException, BadAnswerException {
        TlsClient client = new TlsClient(TlsFiles.NONE, new TlsContexts());
        PageTls tls =
                new PageTls(
                        options.virtualHost().filter(host -> options.serverName()),
                        false,
                        Optional.empty());
        try (TlsClient.Stream stream = client.open(connection, tls)) {
            fetch(options, stream.input(), stream.output(), answer);
        }
    }

    private static void fetch(
            GenhashOptions options, InputStream input, OutputStream output, ResponseParser answer)
            throws IOException, BadAnswerException {
        Request request =
                Request.of(
                        options.url(),
                        new Request.Parts(
                                "GET",
                                options.version(),
                                options.virtualHost()
                                        .orElseGet(() -> HttpReader.host(options.target())),
                                List.of(),
                                Optional.empty()));
        new Exchange(input, output).run(request, answer);
    }
}
