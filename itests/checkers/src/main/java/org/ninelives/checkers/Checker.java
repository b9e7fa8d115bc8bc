package org.ninelives.checkers;

import java.util.List;
import java.util.stream.Stream;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckedServer;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.net.IpAddress;
import org.ninelives.check.dns.internal.DnsCheck;
import org.ninelives.check.http.internal.HttpGet;
import org.ninelives.check.http.internal.SslGet;
import org.ninelives.check.ping.PingCheck;
import org.ninelives.check.smtp.SmtpCheck;
import org.ninelives.check.tcp.TcpCheck;
import org.ninelives.check.udp.UdpCheck;
import org.ninelives.testkit.network.CheckText;

/**
 * A checker, and what stands in its block.
 *
 * @param name the keyword, and the words that make it another check
 * @param speech of a good server
 */
record Checker(String name, CheckerType type, Way way, String block, Speech speech) {

    /** By what it looks. */
    enum Way {
        TCP,
        TLS,
        UDP,
        /** Asked by UDP, which answers that it has to be TCP. */
        UDP_AND_TCP,
        ICMP
    }

    /** Stands for the file with the certificate of who signs. */
    static final String AUTHORITY = "AUTHORITY";

    private static final String URL = "url {\npath /\n}";

    static final List<Checker> ALL =
            List.of(
                    new Checker("TCP_CHECK", new TcpCheck(), Way.TCP, "", Speech.NONE),
                    new Checker("HTTP_GET", new HttpGet(), Way.TCP, URL, Speech.WEB),
                    new Checker(
                            "HTTP_GET regex",
                            new HttpGet(),
                            Way.TCP,
                            "url {\npath /\nregex hello.*world\n}",
                            Speech.PAGE),
                    new Checker("SSL_GET", new SslGet(), Way.TLS, URL, Speech.WEB),
                    new Checker(
                            "SSL_GET tls_verify",
                            new SslGet(),
                            Way.TLS,
                            "tls_verify\nca " + AUTHORITY + "\nsni_name server.example\n" + URL,
                            Speech.WEB),
                    new Checker("SMTP_CHECK", new SmtpCheck(), Way.TCP, "", Speech.MAIL),
                    new Checker(
                            "DNS_CHECK", new DnsCheck(), Way.UDP, "type A\nname x", Speech.NONE),
                    new Checker(
                            "DNS_CHECK by TCP",
                            new DnsCheck(),
                            Way.UDP_AND_TCP,
                            "type A\nname x",
                            Speech.NAMES),
                    new Checker("UDP_CHECK", new UdpCheck(), Way.UDP, "", Speech.NONE),
                    new Checker(
                            "UDP_CHECK require_reply",
                            new UdpCheck(),
                            Way.UDP,
                            "require_reply 6e696e65\nmin_reply_length 4",
                            Speech.NONE),
                    new Checker("PING_CHECK", new PingCheck(), Way.ICMP, "", Speech.NONE));

    /** Each checker once, in a form that fails when nobody answers. */
    static final List<Checker> ONE_OF_EACH =
            Stream.of(
                            "TCP_CHECK",
                            "HTTP_GET",
                            "SSL_GET",
                            "SMTP_CHECK",
                            "DNS_CHECK",
                            "DNS_CHECK by TCP",
                            "UDP_CHECK require_reply",
                            "PING_CHECK")
                    .map(Checker::named)
                    .toList();

    static Checker named(String name) {
        return ALL.stream().filter(checker -> checker.name.equals(name)).findFirst().orElseThrow();
    }

    /** Whether a server talks with it on connections. */
    boolean isConnecting() {
        return way != Way.UDP && way != Way.ICMP;
    }

    /**
     * A check of a real server.
     *
     * @param lines more of its block
     */
    Check.Probed check(IpAddress address, int port, String lines) {
        CheckText text =
                CheckText.read(type, lines + "\n" + block, CheckedServer.of(address, port));
        if (!text.problems().isEmpty()) {
            throw new IllegalArgumentException(name + ": " + text.problems());
        }
        return text.probed();
    }

    /** The same with a word of its block told now. */
    Checker with(String word, String told) {
        return new Checker(name, type, way, block.replace(word, told), speech);
    }

    @Override
    public String toString() {
        return name;
    }
}
