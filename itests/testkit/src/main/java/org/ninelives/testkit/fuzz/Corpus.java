package org.ninelives.testkit.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Inputs of a fuzz target, kept as text: one line of hexadecimal digits each, blanks between them
 * as one likes, {@code #} before a remark.
 */
public final class Corpus {

    private static final HexFormat HEX = HexFormat.of();

    private Corpus() {}

    /** Reads a file, relative to the folder of the module. */
    public static List<byte[]> read(Path file) {
        List<byte[]> inputs = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String digits = line.replaceFirst("#.*", "").replaceAll("\\s", "");
                if (!digits.isEmpty()) {
                    inputs.add(HEX.parseHex(digits));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return inputs;
    }

    /**
     * Turns a corpus into a folder with one file an input, as a coverage-guided fuzzer wants it, or
     * such a folder into lines.
     *
     * @param arguments {@code unpack FILE FOLDER}, or {@code pack FOLDER}, which prints
     */
    public static void main(String... arguments) throws IOException {
        if (arguments.length == 3 && arguments[0].equals("unpack")) {
            Path folder = Files.createDirectories(Path.of(arguments[2]));
            int number = 0;
            for (byte[] input : read(Path.of(arguments[1]))) {
                Files.write(folder.resolve("kept-" + number++), input);
            }
        } else if (arguments.length == 2 && arguments[0].equals("pack")) {
            try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
                for (Path file : files.sorted().toList()) {
                    System.out.println(HEX.formatHex(Files.readAllBytes(file)));
                }
            }
        } else {
            throw new IllegalArgumentException("unpack FILE FOLDER, or pack FOLDER");
        }
    }
}
