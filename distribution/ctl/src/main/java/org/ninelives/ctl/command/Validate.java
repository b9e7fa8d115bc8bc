package org.ninelives.ctl.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ninelives.api.management.ConfigurationMXBean;
import org.ninelives.api.management.ReloadReport;
import org.ninelives.ctl.access.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code validate}. */
@Command(
        name = "validate",
        description = "Has the daemon look at another text in place of its file; nothing changes.")
public final class Validate extends Reloading {

    @Parameters(index = "0", paramLabel = "FILE", description = "- for the standard input")
    private String file;

    @Override
    ReloadReport report(ConfigurationMXBean configuration) {
        return configuration.validate(text());
    }

    private String text() {
        try {
            return file.equals("-")
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + Words.reason(e), e);
        }
    }
}
