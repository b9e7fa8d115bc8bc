package org.ninelives.ctl.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.management.ObjectName;
import org.ninelives.api.management.BundleFileStatus;
import org.ninelives.api.management.BundleFolderMXBean;
import org.ninelives.api.management.BundleMXBean;
import org.ninelives.api.management.BundleStatus;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.ctl.ExitStatus;
import org.ninelives.ctl.output.Table;
import picocli.CommandLine.Command;

/** {@code bundles}. */
@Command(
        name = "bundles",
        description =
                "Shows the bundles and the files of the drop-in folder; ends with 5 if one has a"
                        + " problem.")
public final class Bundles extends Action {

    /** What a program reads. */
    private record All(List<BundleStatus> bundles, List<BundleFileStatus> files) {}

    @Override
    int run(Session session) throws IOException {
        List<BundleStatus> bundles = new ArrayList<>();
        for (ObjectName name : session.daemon().all("Bundle")) {
            Gone.unless(() -> session.daemon().bean(BundleMXBean.class, name).getStatus())
                    .ifPresent(bundles::add);
        }
        List<BundleFileStatus> files =
                session.daemon()
                        .bean(BundleFolderMXBean.class, ObjectNames.bundleFolder())
                        .getFiles();
        session.answer(new All(bundles, files), text(bundles, files));
        boolean well =
                bundles.stream().allMatch(bundle -> bundle.problem().isEmpty())
                        && files.stream().allMatch(file -> file.reason().isEmpty());
        return well ? ExitStatus.DONE : ExitStatus.UNWELL;
    }

    private static String text(List<BundleStatus> bundles, List<BundleFileStatus> files) {
        Table table = new Table("BUNDLE", "VERSION", "STATE", "FROM", "CHECKERS", "PROBLEM");
        for (BundleStatus one : bundles) {
            table.row(
                    one.symbolicName(),
                    one.version(),
                    one.state(),
                    one.shipped() ? "product" : one.file(),
                    String.join(" ", one.checkers()),
                    one.problem());
        }
        Table folder = new Table("FILE", "STATE", "BUNDLE", "REASON");
        for (BundleFileStatus one : files) {
            folder.row(one.file(), one.state(), one.bundle(), one.reason());
        }
        return folder.isEmpty() ? table.toString() : table + "\n" + folder;
    }
}
