package org.ninelives.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets keepalived check servers where the kernel has no IPVS: a library of a few lines, compiled
 * for the run and preloaded, answers its calls of IPVS, so it programs nothing at no cost.
 * Ninelives needs none, as it checks servers without IPVS too.
 */
final class PretendIpvs {

    private static final String SOURCE = "pretend_ipvs.c";

    private PretendIpvs() {}

    /** The product with the library. */
    static Product in(Product product, Path folder) throws IOException, InterruptedException {
        Path source = folder.resolve(SOURCE);
        try (InputStream text = PretendIpvs.class.getResourceAsStream(SOURCE)) {
            Files.copy(text, source);
        }
        Path library = folder.resolve("pretend_ipvs.so");
        Process compiler =
                new ProcessBuilder(
                                List.of(
                                        "cc",
                                        "-shared",
                                        "-fPIC",
                                        "-O1",
                                        "-o",
                                        library.toString(),
                                        source.toString()))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (compiler.waitFor() != 0) {
            throw new IOException("cc " + source + ": " + said);
        }
        List<String> program = new ArrayList<>(List.of("env", "LD_PRELOAD=" + library));
        program.addAll(product.program());
        return new Product(product.name(), program);
    }
}
