package org.ninelives.house;

import com.sun.jna.Native;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.service.condition.Condition;

/** A framework in this JVM with the bundles of the product, started as the launcher does it. */
final class Container implements AutoCloseable {

    private static final String SLF4J =
            "org.slf4j;org.slf4j.spi;org.slf4j.event;org.slf4j.helpers;version=\"2.0.20\"";

    private final Framework framework;
    private final List<Integer> exits = new ArrayList<>();

    /**
     * Starts with a configuration.
     *
     * @param folder where everything is that it reads and writes
     * @param configuration in that folder
     */
    Container(Path folder, Path configuration) throws BundleException {
        Map<String, String> settings = new HashMap<>();
        settings.put("ninelives.mode", "run");
        settings.put("ninelives.version", "0.0.0");
        settings.put("ninelives.etc", folder.toString());
        settings.put("ninelives.config.file", configuration.toString());
        settings.put("ninelives.pid.file", folder.resolve("pid").toString());
        settings.put("ninelives.jmx.port", "0");
        settings.put(Constants.FRAMEWORK_STORAGE, folder.resolve("storage").toString());
        settings.put(
                Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                SLF4J + ",com.sun.jna;com.sun.jna.ptr;version=\"" + Native.VERSION + "\"");
        settings.put("felix.service.urlhandlers", "false");
        settings.put("ds.loglevel", "warn");
        framework = new org.apache.felix.framework.FrameworkFactory().newFramework(settings);
        framework.init();
        for (Path jar :
                House.list(
                        House.PRODUCT.resolve("bundles"),
                        file -> file.toString().endsWith(".jar"))) {
            framework.getBundleContext().installBundle("reference:file:" + jar);
        }
        framework.start();
        for (Bundle bundle : bundles()) {
            bundle.start();
        }
        register(
                Condition.class,
                Condition.INSTANCE,
                Condition.CONDITION_ID,
                "org.ninelives.bundles.shipped");
        register(IntConsumer.class, exits::add, "ninelives.role", "exit");
        register(Consumer.class, name -> {}, "ninelives.role", "network-namespace");
        register(Consumer.class, name -> {}, "ninelives.role", "log-name");
        register(
                Condition.class,
                Condition.INSTANCE,
                Condition.CONDITION_ID,
                "org.ninelives.bundles.started");
    }

    List<Bundle> bundles() {
        return List.of(framework.getBundleContext().getBundles());
    }

    /** The one with this symbolic name. */
    Bundle bundle(String symbolicName) {
        return bundles().stream()
                .filter(bundle -> bundle.getSymbolicName().equals(symbolicName))
                .findFirst()
                .orElseThrow();
    }

    /** The statuses with which somebody asked to end the process. */
    List<Integer> exits() {
        return exits;
    }

    /** Every component that lacks something, as SCR sees it; its API is the bundles' alone. */
    List<String> unsatisfiedComponents() throws ReflectiveOperationException {
        BundleContext context = framework.getBundleContext();
        ServiceReference<?> reference =
                context.getServiceReference(
                        "org.osgi.service.component.runtime.ServiceComponentRuntime");
        return Components.unsatisfied(context.getService(reference));
    }

    /** Runs what the command line calls by that name; its API is the bundles' alone. */
    int command(String name, List<String> arguments, PrintStream out)
            throws ReflectiveOperationException, InvalidSyntaxException {
        BundleContext context = framework.getBundleContext();
        for (ServiceReference<?> reference :
                context.getAllServiceReferences("org.ninelives.api.command.Command", null)) {
            Object command = context.getService(reference);
            if (command.getClass().getMethod("name").invoke(command).equals(name)) {
                return (int)
                        command.getClass()
                                .getMethod("run", List.class, PrintStream.class, PrintStream.class)
                                .invoke(command, arguments, out, out);
            }
        }
        throw new IllegalArgumentException("no bundle provides " + name);
    }

    /** The bundles, without {@code org.ninelives.}, by the block and keyword that they handle. */
    Map<String, Set<String>> keywords()
            throws ReflectiveOperationException, InvalidSyntaxException {
        BundleContext context = framework.getBundleContext();
        Map<String, Set<String>> handlers = new TreeMap<>();
        for (ServiceReference<?> reference :
                context.getAllServiceReferences(
                        "org.ninelives.api.configuration.ConfigSection", null)) {
            Object section = context.getService(reference);
            String bundle =
                    reference.getBundle().getSymbolicName().replaceFirst("org\\.ninelives\\.", "");
            for (String block : List.of("root", "globalDefs")) {
                Object grammar = section.getClass().getMethod(block).invoke(section);
                String name = block.equals("root") ? "(root)" : "global_defs";
                for (Object keyword :
                        (Iterable<?>) grammar.getClass().getMethod("keywords").invoke(grammar)) {
                    Object word = keyword.getClass().getMethod("name").invoke(keyword);
                    handlers.computeIfAbsent(name + " " + word, any -> new TreeSet<>()).add(bundle);
                }
            }
        }
        return handlers;
    }

    private <S> void register(Class<S> type, S service, String key, String value) {
        framework
                .getBundleContext()
                .registerService(type, service, FrameworkUtil.asDictionary(Map.of(key, value)));
    }

    @Override
    public void close() throws IOException {
        try {
            framework.stop();
            framework.waitForStop(0);
        } catch (BundleException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
