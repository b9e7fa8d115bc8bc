package org.ninelives.linux.loop;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the process is called: its short name, which {@code ps -o comm} and {@code killall} go by,
 * and the first word of its command line, which {@code ps -o args} and {@code pidof} go by. Both
 * can be given back. For one thread.
 */
final class ProcessName {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessName.class);

    private static final Path SHORT_NAME = Path.of("/proc/self/comm");
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

    /** Where arg_start of proc_pid_stat(5), its 48th field, is after the name in parentheses. */
    private static final int COMMAND_LINE_ADDRESS = 48 - 3;

    private final byte[] shortNameBefore = upTo((byte) '\n', read(SHORT_NAME));

    private final byte[] firstWordBefore = upTo((byte) 0, read(COMMAND_LINE));

    /** Takes a name of at most 15 bytes, or the one from before. */
    void set(Optional<String> name) {
        byte[] bytes = name.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(null);
        try {
            Files.write(SHORT_NAME, bytes == null ? shortNameBefore : bytes);
            setFirstWord(bytes == null ? firstWordBefore : bytes);
        } catch (IOException e) {
            LOG.warn("process_name: {}", e.toString());
        }
    }

    /** In the memory that the kernel shows as command line; what follows stays where it is. */
    private void setFirstWord(byte[] word) throws IOException {
        try (RandomAccessFile self = new RandomAccessFile("/proc/self/mem", "rw")) {
            self.seek(commandLineAddress());
            // Filled up with zeroes, as the kernel ends each word with one.
            self.write(Arrays.copyOf(word, firstWordBefore.length));
        }
    }

    private static long commandLineAddress() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).strip().split(" ", -1);
        return Long.parseLong(fields[COMMAND_LINE_ADDRESS]);
    }

    private static byte[] upTo(byte end, byte[] text) {
        int length = 0;
        while (length < text.length && text[length] != end) {
            length++;
        }
        return Arrays.copyOf(text, length);
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
