package org.ninelives.launcher;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/**
 * Signals of the process. The JVM hands each to a thread of its own. Its only door is {@code
 * sun.misc.Signal}, which compilers warn about in a way that cannot be switched off, hence the
 * reflection.
 */
final class Signals {

    private static final String[] NAMES = {"TERM", "INT", "HUP", "USR1", "USR2"};

    private Signals() {}

    /**
     * Handles them from now on.
     *
     * @param stop for TERM
     * @param interrupt for INT
     * @param forward for HUP, USR1 and USR2, with that name
     * @throws IllegalStateException if this JVM lets nobody handle signals
     */
    static void handle(Runnable stop, Runnable interrupt, Consumer<String> forward) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy =
                    Proxy.newProxyInstance(
                            handler.getClassLoader(),
                            new Class<?>[] {handler},
                            dispatcher(stop, interrupt, forward));
            for (String name : NAMES) {
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java cannot handle signals", e);
        }
    }

    /**
     * Hears every method of a handler; the one with an argument named SIGsomething is the signal.
     */
    private static InvocationHandler dispatcher(
            Runnable stop, Runnable interrupt, Consumer<String> forward) {
        return (proxy, method, arguments) -> {
            switch (String.valueOf(arguments[0])) {
                case "SIGTERM" -> stop.run();
                case "SIGINT" -> interrupt.run();
                case "SIGHUP" -> forward.accept("HUP");
                case "SIGUSR1" -> forward.accept("USR1");
                case "SIGUSR2" -> forward.accept("USR2");
                default -> throw new IllegalArgumentException(arguments[0] + " was not asked for");
            }
            return null;
        };
    }
}
