package org.ninelives.api.management;

import java.util.List;

/** The folder whose bundles join the running daemon. */
@Description("The folder whose bundles join the running daemon")
public interface BundleFolderMXBean {

    @Description("The path of the folder")
    String getFolder();

    @Description("Why the folder cannot be read, a sentence; empty if it can be, or is not there")
    String getProblem();

    @Description("Whether only files are used that SHA256SUMS lists, or any that it does not deny")
    String getChecksums();

    @Description("Its files with the ending .jar: state, bundle, and why one is not used")
    List<BundleFileStatus> getFiles();

    @Description(
            "Looks at once, and tries again what has failed; answers the files when that is done,"
                    + " or after 10 s. Call it when copying is done: files are taken as they are")
    List<BundleFileStatus> lookNow();
}
