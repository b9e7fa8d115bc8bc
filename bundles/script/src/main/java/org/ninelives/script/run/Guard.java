package org.ninelives.script.run;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the scripts of a daemon that is killed: a shell of its own session is told which process
 * groups there are, and when nobody tells it anything any more it ends those that are left. The
 * kernel's parent-death signal would reach the script alone, not what it has started. One thread.
 */
final class Guard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private static final String PROGRAM =
            """
            groups=' '
            while read -r sign group; do
              case $sign in
                +) groups="$groups$group " ;;
                -) groups="${groups%% $group *} ${groups#* $group }" ;;
              esac
            done
            for group in $groups; do kill -s TERM -- "-$group"; done
            for group in $groups; do sleep 2; break; done
            for group in $groups; do kill -s KILL -- "-$group"; done
            """;

    private static final long RETRY_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String setsid;
    private final Map<String, String> environment;
    private final Set<Long> groups = new LinkedHashSet<>();
    private Process shell;
    private boolean failedBefore;
    private long failedNanos;

    /** Starts with the first group. */
    Guard(String setsid, Map<String, String> environment) {
        this.setsid = setsid;
        this.environment = environment;
    }

    void add(long group) {
        if (groups.add(group)) {
            tell("+ " + group + "\n");
        }
    }

    void remove(long group) {
        if (groups.remove(group)) {
            tell("- " + group + "\n");
        }
    }

    private void tell(String line) {
        try {
            if (shell == null) {
                restart();
            } else {
                write(line);
            }
        } catch (IOException e) {
            shell = null;
            failed(e);
        }
    }

    private void restart() throws IOException {
        if (failedBefore && System.nanoTime() - failedNanos < RETRY_NANOS) {
            return;
        }
        ProcessBuilder builder =
                new ProcessBuilder(setsid, "/bin/sh", "-c", PROGRAM, "ninelived-script-guard");
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.directory(new File("/"));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        shell = builder.start();
        StringBuilder all = new StringBuilder();
        groups.forEach(group -> all.append("+ ").append(group).append('\n'));
        write(all.toString());
    }

    private void write(String lines) throws IOException {
        OutputStream input = shell.getOutputStream();
        input.write(lines.getBytes(StandardCharsets.US_ASCII));
        input.flush();
    }

    private void failed(IOException e) {
        failedNanos = System.nanoTime();
        if (!failedBefore) {
            LOG.warn(
                    "The guard of scripts does not run ({}); until it does, kill -9 of this daemon"
                            + " leaves scripts behind",
                    e.getMessage());
        }
        failedBefore = true;
    }

    /** Leaves those that are left to the shell. */
    @Override
    public void close() {
        if (shell != null) {
            try {
                shell.getOutputStream().close();
            } catch (IOException e) {
                LOG.debug("The guard of scripts had ended", e);
            }
        }
    }
}
