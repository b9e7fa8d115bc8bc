package org.ninelives.dump;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.configuration.CopyName;
import org.ninelives.api.configuration.DifferenceList;
import org.ninelives.api.configuration.PlannedChange;
import org.ninelives.api.dump.DumpFile;
import org.ninelives.config.grammar.ArgumentTypes;
import org.ninelives.config.grammar.Keyword;
import org.ninelives.config.grammar.Values;

/**
 * Where files are written, and how.
 *
 * @param jsonVersion layout of the JSON, 1 or 2
 * @param copy the name of this copy of the daemon where names of files are to contain it
 * @param data where all about virtual routers is written; the usual place when empty
 * @param stats likewise for their counters
 * @param json likewise for the JSON
 */
record DumpSettings(
        int jsonVersion,
        Optional<String> copy,
        Optional<String> data,
        Optional<String> stats,
        Optional<String> json) {

    static final DumpSettings DEFAULT =
            new DumpSettings(
                    1, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static final String JSON_NAME = "keepalived.json";

    private static final String DATA_END = ".data";

    private static final Keyword<Integer> JSON_VERSION =
            Keyword.value(
                    "json_version",
                    ArgumentTypes.integer(1, 2),
                    1,
                    "Layout of the JSON: 1 a list of virtual routers, 2 an object of lists.");
    private static final Keyword<Boolean> INSTANCE_IN_NAMES =
            Keyword.value(
                    "data_use_instance",
                    ArgumentTypes.bool(),
                    false,
                    "Names of .data files contain the network namespace and the instance.");
    private static final Keyword<Optional<String>> DATA =
            file("state_dump_file", "Where all about virtual routers is written.");
    private static final Keyword<Optional<String>> DATA_TOO =
            file("state_file_location", "Another name of state_dump_file.");
    private static final Keyword<Optional<String>> STATS =
            file("stats_dump_file", "Where counters of virtual routers are written.");
    private static final Keyword<Optional<String>> STATS_TOO =
            file("stats_file_location", "Another name of stats_dump_file.");
    private static final Keyword<Optional<String>> JSON =
            file("json_dump_file", "Where the JSON is written.");
    private static final Keyword<Optional<String>> JSON_TOO =
            file("json_file_location", "Another name of json_dump_file.");

    static final Keyword<?>[] KEYWORDS = {
        JSON_VERSION, INSTANCE_IN_NAMES, DATA, DATA_TOO, STATS, STATS_TOO, JSON, JSON_TOO
    };

    private static Keyword<Optional<String>> file(String name, String help) {
        return Keyword.optional(name, ArgumentTypes.word("PATH"), help);
    }

    /**
     * Those of a configuration.
     *
     * @param namespaceOption what option {@code -s} said
     */
    static DumpSettings of(Values root, Values globalDefs, Optional<String> namespaceOption) {
        return new DumpSettings(
                globalDefs.get(JSON_VERSION),
                CopyName.of(root, namespaceOption)
                        .text()
                        .filter(name -> globalDefs.get(INSTANCE_IN_NAMES)),
                globalDefs.get(DATA).or(() -> globalDefs.get(DATA_TOO)),
                globalDefs.get(STATS).or(() -> globalDefs.get(STATS_TOO)),
                globalDefs.get(JSON).or(() -> globalDefs.get(JSON_TOO)));
    }

    List<PlannedChange> changesTo(DumpSettings next) {
        List<String> differences =
                new DifferenceList<>(this, next)
                        .of("json_version", DumpSettings::jsonVersion)
                        .of("data_use_instance", DumpSettings::copy)
                        .of("state_dump_file", DumpSettings::data)
                        .of("stats_dump_file", DumpSettings::stats)
                        .of("json_dump_file", DumpSettings::json)
                        .list();
        return differences.isEmpty()
                ? List.of()
                : List.of(
                        new PlannedChange(
                                PlannedChange.Kind.CHANGE,
                                "global_defs of dumps",
                                String.join(", ", differences)));
    }

    /** Where a file is written. A path that is not absolute is below the folder. */
    Path path(DumpFile file, Path folder) {
        Optional<String> written =
                switch (file) {
                    case DATA -> data;
                    case STATS -> stats;
                    case PARENT, CHECK, BFD -> Optional.empty();
                };
        return folder.resolve(written.orElse(named(file.fileName())));
    }

    /** The same for the JSON. */
    Path jsonPath(Path folder) {
        return folder.resolve(json.orElse(JSON_NAME));
    }

    /** {@code keepalived.blue_one.data}; keepalived lets the other files have their plain names. */
    private String named(String name) {
        if (copy.isEmpty() || !name.endsWith(DATA_END)) {
            return name;
        }
        String start = name.substring(0, name.length() - DATA_END.length());
        return start + "." + copy.get() + DATA_END;
    }
}
