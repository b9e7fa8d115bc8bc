package org.ninelives.overrides.core;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;
import org.ninelives.api.override.Lasting;
import org.ninelives.api.override.LiveOverride;
import org.ninelives.api.override.OverrideKey;
import org.ninelives.api.override.OverrideKind;

/**
 * Overrides as they are stored: a line for each, its parts separated by tabs, between a line that
 * names the format and the run of the daemon, and one with a checksum of all that stands before.
 *
 * @param run which run of the daemon has written it
 */
public record StateText(String run, List<LiveOverride> overrides) {

    private static final String FORMAT = "ninelives-overrides 1 ";
    private static final String END = "end ";
    private static final int PARTS = 7;

    public StateText {
        overrides = List.copyOf(overrides);
    }

    /** The bytes of the file. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(FORMAT).append(run).append('\n');
        for (LiveOverride each : overrides) {
            text.append(
                            String.join(
                                    "\t",
                                    each.key().kind().word(),
                                    escaped(each.key().subject()),
                                    each.value(),
                                    escaped(each.setBy()),
                                    Long.toString(each.setMillis()),
                                    Long.toString(each.untilMillis()),
                                    each.lasting().name()))
                    .append('\n');
        }
        String body = text.toString();
        return (body + END + checksum(body) + '\n').getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads the bytes of a file.
     *
     * @throws DamagedStateException if they are not, to the last byte, what {@link #bytes} writes
     */
    public static StateText of(byte[] bytes) throws DamagedStateException {
        String text = decoded(bytes);
        int end = text.lastIndexOf(END);
        if (!text.startsWith(FORMAT)) {
            throw new DamagedStateException("it does not begin with '" + FORMAT.strip() + "'");
        }
        if (end < 0) {
            throw new DamagedStateException("its end is missing");
        }
        String body = text.substring(0, end);
        if (!text.substring(end).equals(END + checksum(body) + "\n")) {
            throw new DamagedStateException("its checksum does not fit");
        }
        List<String> lines = body.lines().toList();
        List<LiveOverride> overrides = new ArrayList<>();
        Set<OverrideKey> keys = new HashSet<>();
        for (String line : lines.subList(1, lines.size())) {
            LiveOverride override = parse(line);
            if (!keys.add(override.key())) {
                throw new DamagedStateException("it tells " + override.key() + " twice");
            }
            overrides.add(override);
        }
        return new StateText(lines.getFirst().substring(FORMAT.length()), overrides);
    }

    private static LiveOverride parse(String line) throws DamagedStateException {
        String[] parts = line.split("\t", -1);
        try {
            OverrideKind kind = OverrideKind.of(parts[0]).orElseThrow();
            LiveOverride override =
                    new LiveOverride(
                            new OverrideKey(kind, unescaped(parts[1])),
                            parts[2],
                            unescaped(parts[3]),
                            Long.parseLong(parts[4]),
                            Long.parseLong(parts[5]),
                            Lasting.valueOf(parts[6]));
            if (parts.length == PARTS && kind.takes(override.value()) && hasTimes(override)) {
                return override;
            }
        } catch (RuntimeException e) {
            throw new DamagedStateException("it cannot be understood: " + line, e);
        }
        throw new DamagedStateException("it tells what cannot be: " + line);
    }

    private static boolean hasTimes(LiveOverride override) {
        long until = override.untilMillis();
        return override.setMillis() > 0 && (until == 0 || until > override.setMillis());
    }

    private static String decoded(byte[] bytes) throws DamagedStateException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new DamagedStateException("it is no text", e);
        }
    }

    private static String checksum(String text) {
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            plain.append(letter == '\\' ? unescaped(text.charAt(++i)) : letter);
        }
        return plain.toString();
    }

    private static char unescaped(char letter) {
        return switch (letter) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case '\\' -> '\\';
            default -> throw new IllegalArgumentException("\\" + letter);
        };
    }
}
