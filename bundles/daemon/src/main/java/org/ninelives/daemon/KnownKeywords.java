package org.ninelives.daemon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The keywords of keepalived and of this product at the two levels that bundles share. A file may
 * use them all, however few bundles are installed: what nobody handles is a warning, which names
 * the bundle that would, rather than an unknown word.
 *
 * @param root those outside all blocks, by name
 * @param globalDefs those in {@code global_defs}, by name
 * @param inside those of other blocks that one bundle reads and another one carries out, by name
 */
record KnownKeywords(
        Map<String, KnownKeyword> root,
        Map<String, KnownKeyword> globalDefs,
        Map<String, KnownKeyword> inside) {

    private static final String RESOURCE = "keywords.tsv";

    /** Reads the list that is part of this bundle. */
    static KnownKeywords load() {
        try (InputStream stream = KnownKeywords.class.getResourceAsStream(RESOURCE);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String[]> rows =
                    lines.lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split("\t", -1))
                            .toList();
            Map<String, List<String>> needs = needs(rows);
            return new KnownKeywords(
                    keywords(rows, "(root)", needs),
                    keywords(rows, "global_defs", needs),
                    keywords(rows, "(inside)", needs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What bundles need besides themselves, by their names. */
    private static Map<String, List<String>> needs(List<String[]> rows) {
        return of("(bundle)", rows)
                .collect(Collectors.toMap(row -> row[1], row -> List.of(row[3].split(" "))));
    }

    private static Stream<String[]> of(String block, List<String[]> rows) {
        return rows.stream().filter(row -> row[0].equals(block));
    }

    private static Map<String, KnownKeyword> keywords(
            List<String[]> rows, String block, Map<String, List<String>> needs) {
        return of(block, rows)
                .map(row -> keyword(row, needs))
                .collect(Collectors.toUnmodifiableMap(KnownKeyword::name, Function.identity()));
    }

    private static KnownKeyword keyword(String[] row, Map<String, List<String>> needs) {
        boolean removed = row[2].equals("removed");
        String more = row.length > 3 ? row[3] : "";
        return new KnownKeyword(
                row[1],
                row[2].equals("block"),
                bundles(removed ? "" : more, needs),
                removed ? more : "");
    }

    private static List<String> bundles(String handler, Map<String, List<String>> needs) {
        return handler.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(handler), needs.getOrDefault(handler, List.of()).stream())
                        .toList();
    }
}
