package org.ninelives.config.language;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Files that exist in a test only. A path that others are below is a directory. */
public final class FakeFiles implements SourceFiles {

    private final Map<String, byte[]> contents = new HashMap<>();
    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<String, String> unreadable = new HashMap<>();
    private final List<String> reads = new ArrayList<>();

    public FakeFiles file(String path, String... lines) {
        return file(path, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public FakeFiles file(String path, byte[] content) {
        contents.put(path, content);
        kinds.put(path, Kind.REGULAR);
        return this;
    }

    public FakeFiles special(String path, Kind kind) {
        contents.put(path, new byte[0]);
        kinds.put(path, kind);
        return this;
    }

    public FakeFiles unreadable(String path, String reason) {
        file(path);
        unreadable.put(path, reason);
        return this;
    }

    public List<String> reads() {
        return List.copyOf(reads);
    }

    @Override
    public Kind kind(String path) {
        String wanted = Paths.normalize(path);
        if (kinds.containsKey(wanted)) {
            return kinds.get(wanted);
        }
        return names(path).isEmpty() ? Kind.ABSENT : Kind.DIRECTORY;
    }

    @Override
    public List<String> names(String directory) {
        String prefix = Paths.normalize(directory);
        prefix = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
        TreeSet<String> names = new TreeSet<>();
        for (String path : kinds.keySet()) {
            if (path.startsWith(prefix)) {
                String rest = path.substring(prefix.length());
                int slash = rest.indexOf('/');
                names.add(slash < 0 ? rest : rest.substring(0, slash));
            }
        }
        return List.copyOf(names.descendingSet());
    }

    @Override
    public byte[] read(String path) throws UnreadableFileException {
        String wanted = Paths.normalize(path);
        if (unreadable.containsKey(wanted)) {
            throw new UnreadableFileException(unreadable.get(wanted), null);
        }
        reads.add(path);
        return contents.get(wanted).clone();
    }
}
