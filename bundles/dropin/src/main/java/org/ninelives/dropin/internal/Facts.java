package org.ninelives.dropin.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.management.BundleFileStatus;
import org.ninelives.dropin.core.Work;
import org.ninelives.dropin.engine.FolderWatch;
import org.ninelives.dropin.engine.Installer;
import org.osgi.framework.Bundle;

/** What is known of bundles, from all who know. */
record Facts(
        Installer installer,
        FolderWatch watch,
        Provided<CheckerType> checkers,
        Provided<ConfigSection> sections,
        ComponentProblems problems) {

    /** The file that a bundle was made of; empty for one that is shipped. */
    Optional<BundleFileStatus> file(Bundle bundle) {
        return watch.files().stream().filter(file -> isOf(file, bundle)).findFirst();
    }

    private boolean isOf(BundleFileStatus file, Bundle bundle) {
        return installer
                .installed(file.file())
                .filter(one -> one.bundle().equals(bundle))
                .isPresent();
    }

    List<String> checkers(Bundle bundle) {
        return checkers.by(bundle);
    }

    List<String> keywords(Bundle bundle) {
        return sections.by(bundle);
    }

    int threads(String file) {
        return watch.threads(file);
    }

    /** What is wrong with a bundle, a sentence; empty if nothing is. */
    String problem(Bundle bundle) {
        return Stream.of(
                        file(bundle).map(BundleFileStatus::reason).stream(),
                        problems.of(bundle).stream(),
                        checkers.standingBy(bundle).stream(),
                        sections.standingBy(bundle).stream())
                .flatMap(clauses -> clauses)
                .filter(clause -> !clause.isEmpty())
                .collect(Collectors.joining("; "));
    }

    void ask(String file, Work work) {
        watch.ask(file, work);
    }
}
