package org.ninelives.labs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A program that answers {@code AUTH} and {@code PING} as Redis does, for the password {@code
 * sesame}; on port 8080 it only takes connections.
 */
public final class RedisServer {
    private static final int WEB_PORT = 8080;
    private static final int REDIS_PORT = 6379;

    private RedisServer() {}

    public static void main(String[] arguments) throws IOException {
        ServerSocket web = new ServerSocket(WEB_PORT);
        Thread.ofPlatform().daemon().start(() -> closeEach(web));
        try (ServerSocket redis = new ServerSocket(REDIS_PORT)) {
            System.out.println("ready");
            while (true) {
                Socket client = redis.accept();
                Thread.ofVirtual().start(() -> talk(client));
            }
        }
    }

    private static void closeEach(ServerSocket listener) {
        while (true) {
            try {
                listener.accept().close();
            } catch (IOException e) {
                System.out.println("lost a client: " + e.getMessage());
            }
        }
    }

    private static void talk(Socket client) {
        try (client) {
            BufferedReader reader =
                    new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            boolean welcome = false;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.equals("sesame")) {
                    welcome = true;
                    say(client, "+OK");
                } else if (line.equals("PING")) {
                    say(client, welcome ? "+PONG" : "-NOAUTH Authentication required.");
                }
            }
        } catch (IOException e) {
            System.out.println("lost a client: " + e.getMessage());
        }
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
