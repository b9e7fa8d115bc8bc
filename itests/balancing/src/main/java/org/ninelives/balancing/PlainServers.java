package org.ninelives.balancing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A program that answers on every address of its node: mail by SMTP, names by DNS, and datagrams
 * with themselves. It answers shortly and without looking at what it is asked for.
 */
public final class PlainServers {
    private static final int SMTP = 25;
    private static final int DNS = 53;
    private static final int ECHO = 7;

    /** QR of the first byte of flags: this is an answer (RFC 1035 section 4.1.1). */
    private static final int ANSWER = 0x80;

    private static final int FLAGS = 2;

    private PlainServers() {}

    public static void main(String[] none) throws IOException {
        DatagramSocket names = new DatagramSocket(DNS);
        DatagramSocket echoes = new DatagramSocket(ECHO);
        ServerSocket mail = new ServerSocket(SMTP);
        Thread.ofPlatform().start(() -> answer(names, ANSWER));
        Thread.ofPlatform().start(() -> answer(echoes, 0));
        System.out.println("ready");
        while (true) {
            Socket client = mail.accept();
            Thread.ofVirtual().start(() -> talk(client));
        }
    }

    /** Sends each datagram back, with these bits set in its third byte. */
    private static void answer(DatagramSocket socket, int bits) {
        byte[] buffer = new byte[1500];
        while (true) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                buffer[FLAGS] |= (byte) bits;
                socket.send(packet);
            } catch (IOException e) {
                // The address of a server has been taken away, and comes back.
                System.out.println("lost an answer: " + e.getMessage());
            }
        }
    }

    private static void talk(Socket client) {
        try (client) {
            BufferedReader reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    client.getInputStream(), StandardCharsets.US_ASCII));
            say(client, "220 ready");
            String line = reader.readLine();
            while (line != null && !line.equalsIgnoreCase("QUIT")) {
                say(client, "250 fine");
                line = reader.readLine();
            }
            say(client, "221 bye");
        } catch (IOException e) {
            System.out.println("lost a client: " + e.getMessage());
        }
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
