package org.ninelives.labs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A copy of the product in the folder of a node, of which bundles are left out. */
final class LeanProduct {

    private static final Pattern BUNDLE = Pattern.compile("org\\.ninelives\\.([a-z.]+)-[0-9].*");

    private final Path copy;

    LeanProduct(Node node, Collection<String> leftOut) {
        copy = node.folder().resolve("product");
        node.run(List.of("cp", "-a", whole().toString(), copy.toString()), "");
        try {
            for (Path file : files(copy)) {
                if (leftOut.contains(name(file))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path whole() {
        return Path.of(Implementation.NINELIVES.program().getFirst()).resolve("../..").normalize();
    }

    /** The bundles of the whole product that are ours, without {@code org.ninelives.}. */
    static Set<String> bundles() {
        Set<String> names = new TreeSet<>();
        files(whole()).forEach(file -> names.add(name(file)));
        names.remove("");
        return names;
    }

    private static List<Path> files(Path product) {
        try (var bundles = Files.list(product.resolve("bundles"))) {
            return bundles.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        Matcher bundle = BUNDLE.matcher(file.getFileName().toString());
        return bundle.matches() ? bundle.group(1) : "";
    }

    /** Starts its daemon. */
    Router start(Lab lab, String node, Path configuration) {
        String program = copy.resolve("bin/ninelived").toString();
        return lab.start(
                node,
                configuration,
                List.of("sh", "-c", "shift; exec " + program + " \"$@\"", "sh"));
    }
}
