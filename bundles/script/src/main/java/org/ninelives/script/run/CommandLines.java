package org.ninelives.script.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.exec.CommandLine;
import org.ninelives.script.check.Identity;
import org.ninelives.script.check.RunnableScript;

/**
 * The words by which a script is run: in a session and process group of its own, by another user
 * and in another network namespace where needed. The programs are those of util-linux.
 */
final class CommandLines {

    /** Where ip-netns(8) keeps the names. */
    private static final Path NAMESPACES = Path.of("/run/netns");

    private final String setsid;
    private final String nsenter;
    private final String setpriv;
    private final long ownUser;
    private final long ownGroup;

    /**
     * For one daemon.
     *
     * @param setsid path of setsid(1)
     * @param nsenter path of nsenter(1)
     * @param setpriv path of setpriv(1)
     */
    CommandLines(String setsid, String nsenter, String setpriv, long ownUser, long ownGroup) {
        this.setsid = setsid;
        this.nsenter = nsenter;
        this.setpriv = setpriv;
        this.ownUser = ownUser;
        this.ownGroup = ownGroup;
    }

    CommandLine of(
            RunnableScript script, List<String> extraWords, Optional<String> networkNamespace) {
        CommandLine line = new CommandLine(setsid);
        // Before the user is another one, who may not do so.
        networkNamespace.ifPresent(
                name -> add(line, List.of(nsenter, "--net=" + NAMESPACES.resolve(name))));
        if (!isOwn(script.identity())) {
            change(line, script.identity());
        }
        add(line, script.words());
        add(line, extraWords);
        return line;
    }

    /** Where nothing changes, one program less is started each time. */
    private boolean isOwn(Identity identity) {
        return identity.account().user() == ownUser
                && identity.group() == ownGroup
                && identity.groups().equals(Set.of(ownGroup));
    }

    private void change(CommandLine line, Identity identity) {
        add(
                line,
                List.of(
                        setpriv,
                        "--reuid=" + identity.account().user(),
                        "--regid=" + identity.group(),
                        groups(identity),
                        // A daemon that is not root but has rights of root keeps them to itself.
                        "--ambient-caps=-all",
                        "--inh-caps=-all"));
    }

    private static String groups(Identity identity) {
        Set<Long> others =
                identity.groups().stream()
                        .filter(group -> group != identity.group())
                        .collect(Collectors.toSet());
        return others.isEmpty()
                ? "--clear-groups"
                : "--groups="
                        + identity.groups().stream()
                                .sorted()
                                .map(String::valueOf)
                                .collect(Collectors.joining(","));
    }

    private static void add(CommandLine line, List<String> words) {
        words.forEach(word -> line.addArgument(word, false));
    }
}
