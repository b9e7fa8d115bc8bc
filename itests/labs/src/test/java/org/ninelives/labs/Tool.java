package org.ninelives.labs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A running {@link ToolClient}, on any node. One thread at a time. */
final class Tool implements AutoCloseable {
    private final Process client;
    private final PrintStream questions;
    private final BufferedReader answers;
    private final Reply connected;

    /**
     * What it answered.
     *
     * @param ok whether the daemon did it
     * @param text the answer, or the class of the exception and its message
     */
    record Reply(boolean ok, String text) {
        boolean isDenied() {
            return !ok && text.startsWith("java.lang.SecurityException");
        }
    }

    /**
     * Connects.
     *
     * @param options of the JVM
     * @param target as {@link ToolClient} wants it
     * @param credentials user and password, or none
     */
    Tool(Node node, List<String> options, List<String> target, String... credentials) {
        List<String> command =
                new ArrayList<>(
                        JavaProgram.command(ToolClient.class, target.toArray(String[]::new)));
        command.addAll(1, options);
        try {
            client =
                    new ProcessBuilder(node.inside(command))
                            .redirectError(node.logFile("tool").toFile())
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        questions = new PrintStream(client.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = client.inputReader(StandardCharsets.UTF_8);
        questions.println(credentials.length == 0 ? "" : credentials[0]);
        questions.println(credentials.length == 0 ? "" : credentials[1]);
        connected = reply();
    }

    static Tool byPid(Router router) {
        return new Tool(router.node(), List.of(), List.of("pid", Long.toString(router.pid())));
    }

    static Tool overLoopback(Connector connector, String user) {
        return new Tool(
                connector.router().node(),
                List.of(),
                List.of("plain", connector.address()),
                user,
                connector.password(user));
    }

    /**
     * Over TLS.
     *
     * @param keystore the client's, or nothing
     */
    static Tool overTls(
            Node node, JmxKeys keys, Path keystore, String address, String... credentials) {
        return new Tool(node, keys.options(keystore), List.of("tls", address), credentials);
    }

    /** Whether it got in, and why not. */
    Reply connected() {
        return connected;
    }

    /** Answers of several words. */
    List<String> list(String... question) {
        Reply reply = ask(question);
        if (!reply.ok()) {
            throw new AssertionError(String.join(" ", question) + ": " + reply.text());
        }
        return Stream.of(reply.text().split("\t")).filter(word -> !word.isEmpty()).toList();
    }

    Reply ask(String... question) {
        questions.println(String.join("\t", question));
        return reply();
    }

    private Reply reply() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("the tool ended; see tool.log of its node");
            }
            String[] words = line.split("\t", 2);
            return new Reply(words[0].equals("ok"), words[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        questions.close();
        client.destroy();
    }
}
