package org.ninelives.script.check;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.script.Script;
import org.ninelives.api.script.ScriptRules;
import org.ninelives.api.system.Accounts;
import org.ninelives.api.system.PathElement;
import org.ninelives.api.system.PathWalk;
import org.ninelives.config.CommandWords;

/**
 * Decides whether a script may be run, by what is in the file system and the user database at this
 * moment. Where the answer is yes and the script would run as root by the rules of
 * enable_script_security, nobody but root can change any step of the path that is handed out, so
 * that it still leads to the same file when it is run.
 */
public final class Inspector {

    private final Identities identities;

    public Inspector(Accounts accounts) {
        identities = new Identities(accounts);
    }

    /**
     * A script as it is to be run.
     *
     * @throws RefusedException if it cannot or must not be
     */
    public RunnableScript inspect(Script script, ScriptRules rules) throws RefusedException {
        Identity identity = identities.of(script, rules);
        if (CommandWords.isReadTest(script.words())) {
            return new RunnableScript(readTest(script), identity, List.of());
        }
        List<String> doubts = new ArrayList<>();
        Path written = path(script.path(), doubts);
        List<PathElement> way = way(written);
        PathElement file = way.getLast();
        if (!file.regular()) {
            throw new RefusedException(written + " is no regular file");
        }
        if (identity.isRoot() && rules.secure()) {
            refuseWeakness(way);
        }
        refuseUnlessExecutable(way, identity);
        List<String> words = new ArrayList<>(script.words());
        words.set(0, (rules.symlinksKept() ? written : file.path()).toString());
        return new RunnableScript(words, identity, doubts);
    }

    private static List<PathElement> way(Path written) throws RefusedException {
        try {
            return PathWalk.to(written);
        } catch (IOException e) {
            throw new RefusedException(e.getMessage());
        }
    }

    /** The shell opens the file; what it is called is an argument and never read as a command. */
    private static List<String> readTest(Script script) {
        return List.of("/bin/sh", "-c", "<\"$1\"", "sh", script.path().substring(1));
    }

    private static Path path(String word, List<String> doubts) throws RefusedException {
        try {
            Path path = Path.of(word);
            if (path.isAbsolute()) {
                return path;
            }
            if (word.contains("/")) {
                throw new RefusedException(
                        "the path " + word + " is relative; write it from the root directory");
            }
        } catch (InvalidPathException e) {
            throw new RefusedException(word + " is no path: " + e.getReason());
        }
        Optional<Path> found = DefaultPath.find(word);
        found.ifPresent(
                path -> doubts.add(word + " was found as " + path + "; write the full path"));
        return found.orElseThrow(
                () ->
                        new RefusedException(
                                "there is no program " + word + " where programs are looked for"));
    }

    private static void refuseWeakness(List<PathElement> way) throws RefusedException {
        for (PathElement element : way) {
            Optional<String> weakness = element.weakness();
            if (weakness.isPresent()) {
                throw new RefusedException(
                        weakness.get()
                                + ", so that others than root decide what is run as root;"
                                + " enable_script_security forbids that");
            }
        }
    }

    private static void refuseUnlessExecutable(List<PathElement> way, Identity identity)
            throws RefusedException {
        for (PathElement element : way) {
            if (!identity.mayExecute(element)) {
                throw new RefusedException(
                        "user %s may not %s %s (mode %04o)"
                                .formatted(
                                        identity.account().name(),
                                        element.directory() ? "search" : "execute",
                                        element.path(),
                                        element.mode() & 07777));
            }
        }
    }
}
