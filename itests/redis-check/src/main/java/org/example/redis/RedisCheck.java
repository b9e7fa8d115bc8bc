package org.example.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckKeywords;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.check.Probe;
import org.ninelives.api.check.ProbeMethod;
import org.ninelives.api.system.Connection;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Keyword;
import org.osgi.service.component.annotations.Component;

/** {@code REDIS_CHECK { password WORD }}: the server answers PING with PONG. */
@Component
public final class RedisCheck implements CheckerType {

    private static final Keyword<Optional<String>> PASSWORD =
            Keyword.optional("password", ArgumentTypes.word("PASSWORD"), "to log in with");

    @Override
    public String keyword() {
        return "REDIS_CHECK";
    }

    @Override
    public String help() {
        return "the server answers PING with PONG";
    }

    @Override
    public BlockGrammar grammar() {
        return CheckKeywords.connecting(PASSWORD);
    }

    @Override
    public List<Check> read(CheckerBlock block) {
        return List.of(block.probing(new Ping(block.values().get(PASSWORD))));
    }

    /** One look; a record, so that equal checks of many virtual servers are made once. */
    record Ping(Optional<String> password) implements ProbeMethod {

        private static final int REPLY_BYTES_MAX = 512; // a status line is much shorter

        @Override
        public CheckResult run(Probe probe) throws IOException {
            try (Connection redis = probe.connect()) {
                String hello = password.isEmpty() ? "+OK" : ask(redis, "AUTH", password.get());
                String reply = hello.equals("+OK") ? ask(redis, "PING") : hello;
                String reason = "Redis " + probe.target() + " answers " + reply;
                return reply.equals("+PONG")
                        ? CheckResult.passed(reason)
                        : CheckResult.failed(reason);
            }
        }

        /** Sends a command as a list of strings, and reads the line that answers it. */
        private static String ask(Connection redis, String... words) throws IOException {
            StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
            for (String word : words) {
                int length = word.getBytes(StandardCharsets.UTF_8).length;
                command.append('$').append(length).append("\r\n").append(word).append("\r\n");
            }
            redis.output().write(command.toString().getBytes(StandardCharsets.UTF_8));
            return line(redis.input());
        }

        private static String line(InputStream input) throws IOException {
            StringBuilder line = new StringBuilder();
            int next = input.read();
            while (next >= 0 && next != '\n' && line.length() < REPLY_BYTES_MAX) {
                line.append((char) next);
                next = input.read();
            }
            return line.isEmpty() ? "nothing" : line.toString().strip();
        }
    }
}
