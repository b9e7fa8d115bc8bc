package org.ninelives.ctl.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import javax.management.ObjectName;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.management.RealServerMXBean;
import org.ninelives.api.management.VirtualServerMXBean;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.ctl.access.Connection;
import org.ninelives.ctl.access.UnknownObjectException;

/** Finds the beans of what people name. */
record Finder(Connection daemon) {

    /** More would hide the message. */
    private static final int NAMES_SHOWN = 10;

    VrrpInstanceMXBean instance(String name) throws IOException, UnknownObjectException {
        ObjectName bean = ObjectNames.vrrpInstance(name);
        if (!daemon.has(bean)) {
            throw unknown("virtual router", name, names("VrrpInstance", "name"));
        }
        return daemon.bean(VrrpInstanceMXBean.class, bean);
    }

    VirtualServerMXBean virtualServer(String word) throws IOException, UnknownObjectException {
        return daemon.bean(
                VirtualServerMXBean.class, ObjectNames.virtualServer(virtualServerName(word)));
    }

    RealServerMXBean realServer(String virtualServer, String realServer)
            throws IOException, UnknownObjectException {
        String virtual = virtualServerName(virtualServer);
        List<String> names = new ArrayList<>();
        for (ObjectName bean : daemon.all("RealServer")) {
            if (Connection.property(bean, "virtualServer").equals(virtual)) {
                names.add(Connection.property(bean, "name"));
            }
        }
        String real = one("real server of " + virtual, realServer, names);
        return daemon.bean(RealServerMXBean.class, ObjectNames.realServer(virtual, real));
    }

    /** What is called so by the log. */
    boolean isInstance(String name) throws IOException {
        return daemon.has(ObjectNames.vrrpInstance(name));
    }

    /** The name of a virtual server as the log has it. */
    String virtualServerName(String word) throws IOException, UnknownObjectException {
        return one("virtual server", word, names("VirtualServer", "name"));
    }

    /** All names of a type of beans, in order. */
    List<String> names(String type, String key) throws IOException {
        List<String> names = new ArrayList<>();
        for (ObjectName bean : daemon.all(type)) {
            names.add(Connection.property(bean, key));
        }
        return names;
    }

    private static String one(String kind, String word, Collection<String> names)
            throws UnknownObjectException {
        if (names.contains(word)) {
            return word;
        }
        Predicate<String> meant = new ServerWord(word)::means;
        List<String> found = names.stream().filter(meant).toList();
        return switch (found.size()) {
            case 1 -> found.getFirst();
            case 0 -> throw unknown(kind, word, names);
            default ->
                    throw new UnknownObjectException(
                            "%s '%s' may be %s".formatted(kind, word, String.join(", ", found)));
        };
    }

    private static UnknownObjectException unknown(
            String kind, String word, Collection<String> names) {
        String there =
                names.isEmpty()
                        ? "there is none"
                        : "there is "
                                + String.join(", ", names.stream().limit(NAMES_SHOWN).toList())
                                + (names.size() > NAMES_SHOWN
                                        ? " and %d more".formatted(names.size() - NAMES_SHOWN)
                                        : "");
        return new UnknownObjectException("no %s '%s'; %s".formatted(kind, word, there));
    }
}
