package org.ninelives.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;

/** What the manifest of a bundle must keep to. */
final class ManifestLaws {

    /** The bundles whose packages others may import. */
    private static final Set<String> EXPORTERS =
            Set.of(
                    "org.ninelives.config",
                    "org.ninelives.api",
                    "org.ninelives.linux",
                    "org.ninelives.http");

    private ManifestLaws() {}

    /** The complaints about one bundle. */
    static List<String> complaints(Attributes manifest) {
        String name = manifest.getValue("Bundle-SymbolicName");
        Optional<String> exports = Optional.ofNullable(manifest.getValue("Export-Package"));
        List<String> complaints = new ArrayList<>();
        if (exports.isPresent() && !EXPORTERS.contains(name)) {
            complaints.add(name + " is a service or plug-in and exports " + exports.get());
        }
        exports.filter(clauses -> clauses.contains("\"0.0.0\"") || !clauses.contains("version="))
                .ifPresent(
                        clauses -> complaints.add(name + " exports without version: " + clauses));
        return complaints;
    }
}
