package org.ninelives.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.testkit.network.Misbehaviour;
import org.ninelives.testkit.network.Server;
import org.ninelives.testkit.network.SocketServer;
import org.ninelives.testkit.network.TlsIdentity;

class SocketServerTest {

    private static final int SHORT_MILLIS = 100;

    private static Socket connect(SocketServer server) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }

    private static byte[] ask(Server behaviour) throws IOException {
        try (SocketServer server = SocketServer.start(behaviour);
                Socket client = connect(server)) {
            client.getOutputStream().write("GET /\r\n\r\n".getBytes(UTF_8));
            return client.getInputStream().readAllBytes();
        }
    }

    @Test
    void oneThatClosesAtOnceSaysNothing() throws Exception {
        try (SocketServer server = SocketServer.start(Misbehaviour.closesAtOnce());
                Socket client = connect(server)) {
            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(server.accepts()).isEqualTo(1);
        }
    }

    @Test
    void oneThatNeverAcceptsLeavesClientsWaiting() throws Exception {
        try (SocketServer server = SocketServer.neverAccepting();
                Socket client = new Socket()) {
            InetSocketAddress address =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
            assertThatThrownBy(() -> client.connect(address, SHORT_MILLIS))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void oneThatNeverAnswersStaysOpen() throws Exception {
        try (SocketServer server = SocketServer.start(Misbehaviour.neverAnswers());
                Socket client = connect(server)) {
            client.setSoTimeout(SHORT_MILLIS);
            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void oneThatStopsHalfWayDoesSoInEachWay() throws Exception {
        assertThat(ask(Misbehaviour.onceAsked(Misbehaviour.closesAfter("half"))))
                .asString(UTF_8)
                .isEqualTo("half");
        assertThat(ask(Misbehaviour.halfClosesAfter("all"))).asString(UTF_8).isEqualTo("all");
        assertThatThrownBy(() -> ask(Misbehaviour.onceAsked(Misbehaviour.resetsAfter("half"))))
                .isInstanceOf(SocketException.class);
        try (SocketServer server = SocketServer.start(Misbehaviour.staysSilentAfter("half"));
                Socket client = connect(server)) {
            client.setSoTimeout(SHORT_MILLIS);
            assertThat(client.getInputStream().readNBytes(4)).asString(UTF_8).isEqualTo("half");
            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void oneThatDripsSaysAllInTheEnd() throws Exception {
        assertThat(ask(Misbehaviour.onceAsked(Misbehaviour.drips("slow", Duration.ofMillis(1)))))
                .asString(UTF_8)
                .isEqualTo("slow");
    }

    @Test
    void oneThatSaysTooMuchSaysExactlyThatMuch() throws Exception {
        assertThat(ask(Misbehaviour.onceAsked(Misbehaviour.sends("head", 100_000))))
                .hasSize(100_004);
    }

    @Test
    void oneThatNeverEndsEndsWithItsClient() throws Exception {
        try (SocketServer server = SocketServer.start(Misbehaviour.neverEnds("head"));
                Socket client = connect(server)) {
            assertThat(client.getInputStream().readNBytes(1_000_000)).hasSize(1_000_000);
        }
    }

    @Test
    void invalidUtf8IsInvalid() throws Exception {
        byte[] said = ask(Misbehaviour.onceAsked(Misbehaviour.saysInvalidUtf8("ok ", " so")));
        assertThat(new String(said, UTF_8)).startsWith("ok ").contains("\ufffd").endsWith(" so");
        assertThat(new String(said, ISO_8859_1)).hasSize(11);
    }

    @Test
    void oneWithoutTlsIsNoTlsServer(@TempDir Path folder) throws Exception {
        TlsIdentity identity = TlsIdentity.of(folder, "server.example");
        try (SocketServer server = SocketServer.start(Misbehaviour.knowsNoTls())) {
            assertThatThrownBy(() -> hello(server, identity)).isInstanceOf(SSLException.class);
        }
    }

    @Test
    void aCertificateIsBelievedUntilItHasExpired(@TempDir Path folder) throws Exception {
        TlsIdentity valid = TlsIdentity.of(folder, "server.example");
        try (SocketServer server =
                SocketServer.startTls(valid.context(), conversation -> conversation.say("hi"))) {
            assertThat(hello(server, valid)).isEqualTo("hi");
        }
        TlsIdentity expired = TlsIdentity.expired(folder, "server.example");
        try (SocketServer server =
                SocketServer.startTls(expired.context(), conversation -> conversation.say("hi"))) {
            assertThatThrownBy(() -> hello(server, expired))
                    .isInstanceOf(SSLException.class)
                    .hasStackTraceContaining("CertificateExpiredException");
        }
    }

    private static SSLContext trusting(TlsIdentity trusted) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null);
        store.setCertificateEntry("authority", trusted.authority());
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static String hello(SocketServer server, TlsIdentity trusted) throws Exception {
        try (SSLSocket client =
                (SSLSocket)
                        trusting(trusted)
                                .getSocketFactory()
                                .createSocket(InetAddress.getLoopbackAddress(), server.port())) {
            return new String(client.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
