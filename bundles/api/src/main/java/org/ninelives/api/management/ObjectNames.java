package org.ninelives.api.management;

import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** Builds every ObjectName of the daemon: type first, text of the user always quoted. */
public final class ObjectNames {

    /** The service property that names a bean and asks for its registration. */
    public static final String PROPERTY = "jmx.objectname";

    private static final String DOMAIN = "org.ninelives";

    private ObjectNames() {}

    public static ObjectName daemon() {
        return name("type=Daemon");
    }

    public static ObjectName configuration() {
        return name("type=Configuration");
    }

    public static ObjectName vrrpInstance(String instance) {
        return name("type=VrrpInstance,name=" + ObjectName.quote(instance));
    }

    /**
     * A thing that is watched.
     *
     * @param kind {@code process}, {@code file}, {@code script} or {@code bfd}
     */
    public static ObjectName tracker(String kind, String tracker) {
        return name("type=Tracker,kind=" + kind + ",name=" + ObjectName.quote(tracker));
    }

    /**
     * A way in which people and programs are told.
     *
     * @param way such as {@code mail}
     */
    public static ObjectName notifier(String way) {
        return name("type=Notifier,name=" + ObjectName.quote(way));
    }

    public static ObjectName bfdSession(String session) {
        return name("type=BfdSession,name=" + ObjectName.quote(session));
    }

    /** The load balancer of the kernel. */
    public static ObjectName ipvs() {
        return name("type=Ipvs");
    }

    /**
     * A virtual server.
     *
     * @param virtualServer as the log calls it
     */
    public static ObjectName virtualServer(String virtualServer) {
        return name("type=VirtualServer,name=" + ObjectName.quote(virtualServer));
    }

    /** A real server; both as the log calls them. */
    public static ObjectName realServer(String virtualServer, String realServer) {
        return name(
                "type=RealServer,virtualServer="
                        + ObjectName.quote(virtualServer)
                        + ",name="
                        + ObjectName.quote(realServer));
    }

    /** All health checks together. */
    public static ObjectName checks() {
        return name("type=Checks");
    }

    /** A kind of health check, by its keyword. */
    public static ObjectName checkerType(String keyword) {
        return name("type=CheckerType,keyword=" + ObjectName.quote(keyword));
    }

    /** A bundle, by its symbolic name. */
    public static ObjectName bundle(String symbolicName) {
        return name("type=Bundle,name=" + ObjectName.quote(symbolicName));
    }

    /** The folder of bundles that are dropped in. */
    public static ObjectName bundleFolder() {
        return name("type=BundleFolder");
    }

    /** The list of all overrides. */
    public static ObjectName overrides() {
        return name("type=Overrides");
    }

    private static ObjectName name(String properties) {
        try {
            return new ObjectName(DOMAIN + ":" + properties);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
