package org.ninelives.labs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A program that takes mail by SMTP and prints each in a line: sender, recipients, subject and
 * body, with {@code |} between them. Every login is welcome.
 *
 * <p>Arguments: addresses that it refuses as recipients.
 */
public final class MailServer {
    private static final int PORT = 25;

    private MailServer() {}

    public static void main(String[] refused) throws IOException {
        try (ServerSocket listener = new ServerSocket(PORT)) {
            System.out.println("ready");
            while (true) {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> talk(client, List.of(refused)));
            }
        }
    }

    private static void talk(Socket client, List<String> refused) {
        try (client) {
            BufferedReader reader =
                    new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            say(client, "220 ready");
            List<String> envelope = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                String answer = "250 fine";
                switch (verb) {
                    case "EHLO" -> answer = "250-ready\r\n250 AUTH PLAIN";
                    case "AUTH" -> answer = "235 2.7.0 welcome";
                    case "MAIL" -> envelope = new ArrayList<>(List.of(address(line)));
                    case "RCPT" -> {
                        if (refused.contains(address(line))) {
                            answer = "550 5.1.1 no such user";
                        } else {
                            envelope.add(address(line));
                        }
                    }
                    case "DATA" -> {
                        say(client, "354 go on");
                        System.out.println(mail(envelope, reader));
                    }
                    default -> {}
                }
                say(client, answer);
            }
        } catch (IOException e) {
            System.out.println("lost a client: " + e.getMessage());
        }
    }

    private static String address(String line) {
        return line.replaceAll(".*<(.*)>.*", "$1");
    }

    private static String mail(List<String> envelope, BufferedReader reader) throws IOException {
        String subject = "";
        String header = "";
        List<String> body = new ArrayList<>();
        boolean inBody = false;
        for (String line = reader.readLine();
                line != null && !line.equals(".");
                line = reader.readLine()) {
            if (inBody && !line.isBlank()) {
                body.add(line);
            } else {
                // A long header goes on in lines that begin with a blank (RFC 5322 section 2.2.3).
                header = line.startsWith(" ") ? header + line : line;
                if (header.startsWith("Subject: ")) {
                    subject = header.substring("Subject: ".length());
                }
            }
            inBody |= line.isEmpty();
        }
        return String.join(
                "|",
                envelope.getFirst(),
                String.join(",", envelope.subList(1, envelope.size())),
                subject,
                String.join(" ", body));
    }

    private static void say(Socket client, String answer) throws IOException {
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
