package org.ninelives.labs;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;

/** The management beans of a router that is Ninelives. One thread at a time. */
public final class Beans implements AutoCloseable {
    private final Process client;
    private final PrintStream questions;
    private final BufferedReader answers;

    /** Attaches to the router's JVM by its process id, as jconsole does. */
    Beans(Router router) {
        List<String> command =
                router.node()
                        .inside(JavaProgram.command(BeanClient.class, Long.toString(router.pid())));
        try {
            client =
                    new ProcessBuilder(command)
                            .redirectError(router.node().logFile("beans").toFile())
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        questions = new PrintStream(client.getOutputStream(), true, StandardCharsets.UTF_8);
        answers = client.inputReader(StandardCharsets.UTF_8);
    }

    /** The counters of a virtual router, by their names. */
    public Map<String, Long> counters(String instance) {
        CompositeData counters = (CompositeData) get(instanceName(instance), "Counters");
        Map<String, Long> byName = new TreeMap<>();
        for (String name : counters.getCompositeType().keySet()) {
            byName.put(name, (Long) counters.get(name));
        }
        return byName;
    }

    /** The state of a virtual router, such as {@code MASTER}. */
    public String state(String instance) {
        return (String) get(instanceName(instance), "State");
    }

    /** The state of something that is tracked, and what it counts: {@code VALUE 5}. */
    public String tracker(String kind, String name) {
        String bean = "org.ninelives:type=Tracker,kind=" + kind + ",name=" + ObjectName.quote(name);
        return get(bean, "State") + " " + get(bean, "Value");
    }

    /** A value of the status of a BFD session, by its name. */
    public Object bfdStatus(String session, String value) {
        return ((CompositeData) get(sessionName(session), "Status")).get(value);
    }

    /** A counter of a BFD session, by its name. */
    public long bfdCounter(String session, String counter) {
        return (Long) ((CompositeData) get(sessionName(session), "Counters")).get(counter);
    }

    /** An attribute of a kind of health check, such as its {@code State}, as text. */
    public String checker(String keyword, String attribute) {
        return get("org.ninelives:type=CheckerType,keyword=" + ObjectName.quote(keyword), attribute)
                .toString();
    }

    /** An attribute of a real server, as text; servers are named as in the log. */
    public String realServer(String virtualServer, String realServer, String attribute) {
        return get(
                        "org.ninelives:type=RealServer,virtualServer="
                                + ObjectName.quote(virtualServer)
                                + ",name="
                                + ObjectName.quote(realServer),
                        attribute)
                .toString();
    }

    /** A value of the status of the kernel's load balancer, by its name. */
    public Object ipvs(String value) {
        return ((CompositeData) get("org.ninelives:type=Ipvs", "Status")).get(value);
    }

    /** How much operators have set in place of the configuration. */
    public long overrides() {
        return ((Number) get("org.ninelives:type=Overrides", "Count")).longValue();
    }

    /** The names of the virtual routers that there are. */
    public Set<String> instances() {
        return Set.of((String[]) ask("find", "org.ninelives:type=VrrpInstance,*", "name"));
    }

    /** How much of the heap is used, in bytes, garbage included. */
    public long heapBytes() {
        return (Long) ((CompositeData) get("java.lang:type=Memory", "HeapMemoryUsage")).get("used");
    }

    /** How a file in the folder of bundles stands: its state, and why; empty if there is none. */
    public String bundleFile(String file) {
        for (CompositeData row :
                (CompositeData[]) get("org.ninelives:type=BundleFolder", "Files")) {
            if (row.get("file").equals(file)) {
                return row.get("state") + " " + row.get("reason");
            }
        }
        return "";
    }

    /** A value of the status of a bundle, by its symbolic name, as text. */
    public String bundle(String symbolicName, String value) {
        Object status =
                get("org.ninelives:type=Bundle,name=" + ObjectName.quote(symbolicName), "Status");
        Object found = ((CompositeData) status).get(value);
        return found instanceof Object[] list ? List.of(list).toString() : found.toString();
    }

    /** Has a bundle stopped or started, by its symbolic name. */
    public void callBundle(String symbolicName, String operation) {
        ask("call", "org.ninelives:type=Bundle,name=" + ObjectName.quote(symbolicName), operation);
    }

    /** Lets the JVM collect all garbage now. */
    public void collectGarbage() {
        ask("call", "java.lang:type=Memory", "gc");
    }

    /** The configuration that runs, as text. */
    public String effectiveConfiguration() {
        return (String) get("org.ninelives:type=Configuration", "Effective");
    }

    /** The report of the last load or reload. */
    public CompositeData lastReload() {
        return (CompositeData) get("org.ninelives:type=Configuration", "LastReload");
    }

    /** Reloads and gives the report. */
    public CompositeData reload() {
        return (CompositeData) ask("call", "org.ninelives:type=Configuration", "reload");
    }

    /** What a reload would do. */
    public CompositeData plan() {
        return (CompositeData) ask("call", "org.ninelives:type=Configuration", "plan");
    }

    /** The number of the latest load, reload or rollback. */
    public long latestReload() {
        CompositeData[] history =
                (CompositeData[]) get("org.ninelives:type=Configuration", "History");
        return (Long) history[0].get("number");
    }

    /** Goes back to what ran before and gives the report. */
    public CompositeData rollback() {
        return (CompositeData) ask("call", "org.ninelives:type=Configuration", "rollback");
    }

    private static String instanceName(String instance) {
        return "org.ninelives:type=VrrpInstance,name=" + ObjectName.quote(instance);
    }

    private static String sessionName(String session) {
        return "org.ninelives:type=BfdSession,name=" + ObjectName.quote(session);
    }

    private Object get(String bean, String attribute) {
        return ask("get", bean, attribute);
    }

    private Object ask(String question, String bean, String member) {
        questions.println(question + "\t" + bean + "\t" + member);
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new IllegalStateException("the client of the beans ended; see beans.log");
            }
            byte[] bytes = Base64.getDecoder().decode(answer);
            Object value = new ObjectInputStream(new ByteArrayInputStream(bytes)).readObject();
            if (value instanceof Exception e) {
                throw new IllegalStateException(bean + " " + member, e);
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        questions.close();
        client.onExit().join();
    }
}
