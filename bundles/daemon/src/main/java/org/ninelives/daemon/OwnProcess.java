package org.ninelives.daemon;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What can be done to the process as such, which is in the hands of the launcher. Any thread. */
@Component(service = OwnProcess.class)
public final class OwnProcess {

    private final IntConsumer exit;
    private final Consumer<String> namespace;
    private final Consumer<String> logName;

    /**
     * By these.
     *
     * @param exit ends the process with a status
     * @param namespace goes to a network namespace
     * @param logName changes the name in the system log
     */
    @Activate
    public OwnProcess(
            @Reference(target = "(ninelives.role=exit)") IntConsumer exit,
            @Reference(target = "(ninelives.role=network-namespace)") Consumer<String> namespace,
            @Reference(target = "(ninelives.role=log-name)") Consumer<String> logName) {
        this.exit = exit;
        this.namespace = namespace;
        this.logName = logName;
    }

    /** Ends the process with that status, soon. */
    void exit(int status) {
        exit.accept(status);
    }

    /**
     * Goes to the network namespace of that name, and begins anew there; returns only if the
     * process is there already.
     *
     * @throws java.io.UncheckedIOException if it cannot; the message tells the operator why
     */
    void enterNamespace(String name) {
        namespace.accept(name);
    }

    /** Lets the process stand under another name in the system log. */
    void renameInLog(String name) {
        logName.accept(name);
    }
}
