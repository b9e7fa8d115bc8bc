package org.ninelives.notify.email.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A mail server that answers well, or as it is told to. An answer is one or several lines, or one
 * of {@link #CLOSE}, {@link #SILENCE}, {@link #ENDLESS}.
 */
final class ScriptedServer implements AutoCloseable {

    /** Hangs up instead of answering. */
    static final String CLOSE = "<close>";

    /** Never answers. */
    static final String SILENCE = "<silence>";

    /** Says this word until the other side hangs up. */
    static final String ENDLESS = "<endless>";

    static final String GREETING = "(GREETING)";
    static final String IN_DATA = "(data)";
    static final String END_OF_DATA = ".";

    private static final int BACKLOG = 50;

    private final ServerSocket listener;
    private final Optional<SSLContext> tls;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<List<String>> mails = new CopyOnWriteArrayList<>();

    private ScriptedServer(ServerSocket listener, Optional<SSLContext> tls) {
        this.listener = listener;
        this.tls = tls;
        Thread.ofPlatform().daemon().name("scripted-server").start(this::serve);
    }

    static ScriptedServer plain() throws IOException {
        return new ScriptedServer(
                new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), Optional.empty());
    }

    /** One that encrypts from the first byte. */
    static ScriptedServer encrypted(SSLContext tls) throws IOException {
        return new ScriptedServer(
                tls.getServerSocketFactory()
                        .createServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()),
                Optional.empty());
    }

    /** One that can STARTTLS. */
    static ScriptedServer with(SSLContext tls) throws IOException {
        return new ScriptedServer(
                        new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()),
                        Optional.of(tls))
                .on("EHLO", "250-test\r\n250 STARTTLS");
    }

    /** Answers a command, or its beginning, in this way. */
    ScriptedServer on(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** What was said to it, without the data. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    /** The lines of each mail it got whole. */
    List<List<String>> mails() {
        return List.copyOf(mails);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                new Dialogue(client).hold();
            } catch (IOException e) {
                // The client hung up, or the test is over.
                commands.add("(gone)");
            }
        }
    }

    private String answer(String command) {
        return answers.entrySet().stream()
                .filter(entry -> command.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> usual(command));
    }

    private static String usual(String command) {
        String verb = command.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        return switch (verb) {
            case GREETING -> "220 test ready";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            case "STARTTLS" -> "220 go on";
            default -> "250 fine";
        };
    }

    /** One connection. */
    private final class Dialogue {
        private Socket socket;
        private BufferedReader reader;

        Dialogue(Socket socket) throws IOException {
            use(socket);
        }

        private void use(Socket next) throws IOException {
            socket = next;
            reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    next.getInputStream(), StandardCharsets.ISO_8859_1));
        }

        void hold() throws IOException {
            boolean goesOn = say(answer(GREETING));
            while (goesOn) {
                String command = reader.readLine();
                if (command == null) {
                    return;
                }
                commands.add(command);
                String answer = answer(command);
                goesOn = say(answer) && !command.equals("QUIT");
                if (command.equals("STARTTLS") && answer.startsWith("220")) {
                    encrypt();
                } else if (command.equals("DATA") && answer.startsWith("354")) {
                    goesOn = data();
                }
            }
        }

        private void encrypt() throws IOException {
            SSLSocket encrypted =
                    (SSLSocket)
                            tls.orElseThrow()
                                    .getSocketFactory()
                                    .createSocket(socket, null, socket.getPort(), true);
            encrypted.setUseClientMode(false);
            encrypted.startHandshake();
            use(encrypted);
        }

        private boolean data() throws IOException {
            List<String> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (answers.containsKey(IN_DATA)) {
                    return say(answers.get(IN_DATA));
                }
                if (line.equals(".")) {
                    mails.add(lines);
                    return say(answer(END_OF_DATA));
                }
                lines.add(line);
            }
            return false;
        }

        /** Whether the dialogue goes on. */
        private boolean say(String answer) throws IOException {
            if (answer.equals(CLOSE)) {
                return false;
            }
            if (answer.equals(SILENCE)) {
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                return false;
            }
            boolean endless = answer.startsWith(ENDLESS);
            String text = endless ? answer.substring(ENDLESS.length()) : answer + "\r\n";
            OutputStream out = socket.getOutputStream();
            do {
                out.write(text.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } while (endless);
            return true;
        }
    }
}
