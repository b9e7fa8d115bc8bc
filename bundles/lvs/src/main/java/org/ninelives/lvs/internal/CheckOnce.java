package org.ninelives.lvs.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckEngine;
import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.CheckerType;
import org.ninelives.api.command.Command;
import org.ninelives.api.configuration.ConfigurationFiles;
import org.ninelives.api.configuration.ReadConfiguration;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.Values;
import org.ninelives.lvs.settings.LvsGrammar;
import org.ninelives.lvs.settings.LvsReader;
import org.ninelives.lvs.settings.LvsSettings;
import org.ninelives.lvs.settings.ReadServers;
import org.ninelives.lvs.settings.RealServerSettings;
import org.ninelives.lvs.settings.VirtualServerSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** {@code --check-once FILE VIRTUAL_SERVER REAL_SERVER}: the checks of one real server, told. */
@Component
public final class CheckOnce implements Command {

    private static final int FAILED = 1;

    private final ConfigurationFiles files;
    private final CheckEngine engine;
    private final Checkers checkers = new Checkers();

    @Activate
    public CheckOnce(@Reference ConfigurationFiles files, @Reference CheckEngine engine) {
        this.files = files;
        this.engine = engine;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removeChecker")
    void addChecker(CheckerType type) {
        checkers.add(type);
    }

    void removeChecker(CheckerType type) {
        checkers.remove(type);
    }

    @Override
    public String name() {
        return "check-once";
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err)
            throws InterruptedException {
        if (arguments.size() != 3) {
            err.println("Usage: ninelived --check-once FILE VIRTUAL_SERVER REAL_SERVER");
            return FAILED;
        }
        try {
            LvsGrammar grammar = checkers.grammar();
            ReadConfiguration read = read(arguments.getFirst(), grammar);
            LvsSettings settings = settings(grammar, read, err);
            RealServerSettings server = find(settings, arguments.get(1), arguments.get(2));
            return check(server, read.root(), out) ? 0 : FAILED;
        } catch (NoSuchServerException e) {
            err.println("ninelived: " + e.getMessage());
            return FAILED;
        }
    }

    private ReadConfiguration read(String file, LvsGrammar grammar) throws NoSuchServerException {
        ReadConfiguration read = files.read(file, grammar.root(), LvsGrammar.globalDefs());
        if (!read.isReadable()) {
            throw new NoSuchServerException(file + " cannot be read");
        }
        return read;
    }

    private static LvsSettings settings(
            LvsGrammar grammar, ReadConfiguration read, PrintStream err) {
        Problems problems = new Problems();
        read.problems().forEach(problems::add);
        LvsSettings settings =
                LvsReader.read(
                        grammar, read.root(), read.globalDefs(), problems, new ReadServers());
        problems.all().forEach(err::println);
        return settings;
    }

    private static RealServerSettings find(LvsSettings settings, String virtual, String real)
            throws NoSuchServerException {
        List<VirtualServerSettings> all = settings.virtualServers();
        VirtualServerSettings server =
                only(
                        new ServerWord(virtual).virtualServers(all),
                        "virtual server '" + virtual + "'",
                        all.stream().map(VirtualServerSettings::name).toList());
        return only(
                new ServerWord(real).realServers(server.realServers()),
                "real server '" + real + "' of " + server.name(),
                server.realServers().stream().map(RealServerSettings::name).toList());
    }

    private static <S> S only(List<S> found, String what, List<String> names)
            throws NoSuchServerException {
        if (found.size() == 1) {
            return found.getFirst();
        }
        String list =
                names.isEmpty() ? "; there is none" : "; there are " + String.join(", ", names);
        throw new NoSuchServerException(
                (found.isEmpty() ? "there is no " + what : what + " may be one of several") + list);
    }

    /** Whether the server passes all its checks. */
    private boolean check(RealServerSettings server, Values root, PrintStream out)
            throws InterruptedException {
        int failures = server.unknownCheckers().size();
        for (String keyword : server.unknownCheckers()) {
            out.println(keyword + " of " + server.name() + ": cannot be made");
        }
        for (Check check : server.checks()) {
            failures += look(check, root, server.name(), out) ? 0 : 1;
        }
        int checks = server.checks().size() + server.unknownCheckers().size();
        out.printf("%s: %d of %d checks passed%n", server.name(), checks - failures, checks);
        return failures == 0;
    }

    private boolean look(Check check, Values root, String server, PrintStream out)
            throws InterruptedException {
        out.println(check.keyword() + " of " + server);
        Story story = new Story(out, System.nanoTime());
        CheckResult result = engine.once(check, root, Optional.empty(), story);
        story.accept((result.passed() ? "passed: " : "FAILED: ") + result.reason());
        return result.passed();
    }
}
