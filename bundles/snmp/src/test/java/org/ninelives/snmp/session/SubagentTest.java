package org.ninelives.snmp.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.snmp.core.Renewed;
import org.ninelives.snmp.core.Variables;
import org.ninelives.snmp.settings.MasterAddress;
import org.ninelives.snmp.wire.DamagedPacketException;
import org.ninelives.snmp.wire.Oid;
import org.ninelives.snmp.wire.Packet;
import org.ninelives.snmp.wire.PacketDecoder;
import org.ninelives.snmp.wire.PacketEncoder;
import org.ninelives.snmp.wire.Pdu;
import org.ninelives.snmp.wire.SearchRange;
import org.ninelives.snmp.wire.Value;
import org.ninelives.snmp.wire.VarBind;

/** A subagent at a master that this test plays, over a socket. */
@Timeout(60)
class SubagentTest {

    private static final Oid TREE = Oid.of("1.3.6.1.4.1.9586");
    private static final VarBind NAME = new VarBind(TREE.plus(1, 0), Value.text("node"));
    private static final int SESSION = 42;

    @TempDir private Path folder;

    private static Variables variables() {
        Variables.Builder builder = new Variables.Builder();
        builder.scalar(TREE.plus(1), NAME.value());
        return builder.build();
    }

    private Subagent subagent(Path socket) {
        return Subagent.start(
                MasterAddress.of(socket.toString()),
                List.of(TREE),
                new Renewed(SubagentTest::variables, 0, System::nanoTime));
    }

    private static ServerSocketChannel listen(Path socket) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        return server;
    }

    private static Packet read(Link link) throws IOException, DamagedPacketException {
        return PacketDecoder.decode(link.receive());
    }

    private static void say(Link link, Packet packet) throws IOException {
        link.send(PacketEncoder.encode(packet));
    }

    /** Takes a session and its registration. */
    private static Link welcome(ServerSocketChannel server)
            throws IOException, DamagedPacketException {
        Link link = new StreamLink(server.accept());
        Packet open = read(link);
        assertThat(open.pdu()).isInstanceOf(Pdu.Open.class);
        say(link, new Packet(SESSION, 0, open.id(), Pdu.Response.of(List.of())));
        Packet register = read(link);
        assertThat(register.session()).isEqualTo(SESSION);
        assertThat(register.pdu())
                .isEqualTo(new Pdu.Register(0, Pdu.Register.DEFAULT_PRIORITY, TREE));
        say(link, register.answer(Pdu.Response.of(List.of())));
        return link;
    }

    private static void assertServes(Link link) throws IOException, DamagedPacketException {
        Pdu question = new Pdu.GetNext(List.of(new SearchRange(TREE, false, Oid.NONE)));
        Packet packet = new Packet(SESSION, 1, 2, question);
        say(link, packet);
        assertThat(read(link)).isEqualTo(packet.answer(Pdu.Response.of(List.of(NAME))));
    }

    @Test
    void itRegistersAnswersTellsAndTakesItsLeave() throws Exception {
        Path socket = folder.resolve("master");
        try (ServerSocketChannel server = listen(socket)) {
            Link link;
            try (Subagent subagent = subagent(socket)) {
                link = welcome(server);
                assertServes(link);
                subagent.tell(() -> List.of(List.of(NAME)));
                assertThat(read(link).pdu()).isEqualTo(new Pdu.Notify(List.of(NAME)));
            }
            assertThat(read(link).pdu()).isEqualTo(new Pdu.Close(Pdu.Close.SHUTDOWN));
            link.close();
        }
    }

    @Test
    void itComesBackToAMasterThatWasAway() throws Exception {
        Path socket = folder.resolve("master");
        try (Subagent subagent = subagent(socket);
                ServerSocketChannel server = listen(socket)) {
            try (Link link = welcome(server)) {
                assertServes(link);
            }
            try (Link link = welcome(server)) {
                assertServes(link);
                say(link, new Packet(SESSION, 0, 1, new Pdu.Close(1)));
            }
            try (Link link = welcome(server)) {
                link.send(new byte[PacketDecoder.HEADER_BYTES]);
            }
            try (Link link = welcome(server)) {
                assertServes(link);
            }
            assertThat(subagent).isNotNull();
        }
    }

    @Test
    void whatCannotBeReadFailsThatQuestionAlone() throws Exception {
        Path socket = folder.resolve("master");
        Renewed failing =
                new Renewed(
                        () -> {
                            throw new IllegalStateException("the loop does not answer");
                        },
                        0,
                        System::nanoTime);
        try (ServerSocketChannel server = listen(socket);
                Subagent subagent =
                        Subagent.start(
                                MasterAddress.of(socket.toString()), List.of(TREE), failing);
                Link link = welcome(server)) {
            Packet question = new Packet(SESSION, 1, 2, new Pdu.Get(List.of()));
            say(link, question);
            assertThat(read(link)).isEqualTo(question.answer(Pdu.Response.failed(5, 1)));
            Packet ping = new Packet(SESSION, 1, 3, new Pdu.Ping());
            say(link, ping);
            assertThat(read(link)).isEqualTo(ping.answer(Pdu.Response.of(List.of())));
            assertThat(subagent).isNotNull();
        }
    }
}
