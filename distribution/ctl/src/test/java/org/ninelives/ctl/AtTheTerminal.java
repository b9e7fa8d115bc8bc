package org.ninelives.ctl;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands against beans that answer what is wanted, over a real connector. */
abstract class AtTheTerminal {

    @TempDir Path etc;
    FakeDaemon daemon;

    record Ended(int status, String out, String err) {}

    @BeforeEach
    void open() throws IOException {
        daemon = new FakeDaemon();
        Files.writeString(etc.resolve("jmx.password"), "# users\ncontrol sesame\n");
    }

    @AfterEach
    void close() throws IOException {
        daemon.close();
    }

    final Ended run(String... words) {
        List<String> all = new ArrayList<>(List.of("--address", daemon.address()));
        all.addAll(List.of(words));
        return runBare(all.toArray(String[]::new));
    }

    final Ended runBare(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.execute(etc, new PrintWriter(out), new PrintWriter(err), words);
        return new Ended(status, out.toString(), err.toString());
    }
}
