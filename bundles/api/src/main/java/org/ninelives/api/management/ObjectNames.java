package org.ninelives.api.management;

import java.util.List;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.ninelives.api.notify.DaemonEvent;
import org.ninelives.api.notify.DrainEvent;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.api.notify.OverrideEvent;
import org.ninelives.api.notify.ReloadEvent;
import org.ninelives.api.notify.TrackerEvent;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpSubject;

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

    /** All virtual routers together. */
    public static ObjectName vrrp() {
        return name("type=Vrrp");
    }

    public static ObjectName vrrpInstance(String instance) {
        return name("type=VrrpInstance,name=" + ObjectName.quote(instance));
    }

    public static ObjectName vrrpSyncGroup(String group) {
        return name("type=VrrpSyncGroup,name=" + ObjectName.quote(group));
    }

    /** What is kept on the machine whatever the state of virtual routers. */
    public static ObjectName vrrpStatic() {
        return name("type=VrrpStatic");
    }

    /** A network interface that virtual routers use. */
    public static ObjectName networkInterface(String interfaceName) {
        return name("type=Interface,name=" + ObjectName.quote(interfaceName));
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

    /**
     * A check of a real server; both servers as the log calls them.
     *
     * @param check its place among the checks of that server, and its keyword: {@code 1 TCP_CHECK}
     */
    public static ObjectName check(String virtualServer, String realServer, String check) {
        return name(
                "type=Check,virtualServer="
                        + ObjectName.quote(virtualServer)
                        + ",realServer="
                        + ObjectName.quote(realServer)
                        + ",name="
                        + ObjectName.quote(check));
    }

    /** All health checks together. */
    public static ObjectName checks() {
        return name("type=Checks");
    }

    /** A kind of health check, by its keyword. */
    public static ObjectName checkerType(String keyword) {
        return name("type=CheckerType,keyword=" + ObjectName.quote(keyword));
    }

    /**
     * The beans that an event is about, whether they exist or not; that of the daemon, which tells
     * of everything, is the last.
     */
    public static List<ObjectName> sources(Event event) {
        return switch (event) {
            case VrrpEvent vrrp -> List.of(source(vrrp.subject()), daemon());
            case LvsEvent.RealServerState change ->
                    List.of(
                            realServer(change.virtualServer(), change.realServer()),
                            virtualServer(change.virtualServer()),
                            daemon());
            case LvsEvent.QuorumState change ->
                    List.of(virtualServer(change.virtualServer()), daemon());
            case DrainEvent step ->
                    List.of(
                            realServer(step.virtualServer(), step.realServer()),
                            virtualServer(step.virtualServer()),
                            daemon());
            case TrackerEvent found ->
                    List.of(tracker(found.kind().word(), found.name()), daemon());
            case OverrideEvent change -> List.of(overrides(), daemon());
            case ReloadEvent reload -> List.of(configuration(), daemon());
            case DaemonEvent told -> List.of(daemon());
        };
    }

    private static ObjectName source(VrrpSubject subject) {
        return switch (subject.kind()) {
            case INSTANCE -> vrrpInstance(subject.name());
            case GROUP -> vrrpSyncGroup(subject.name());
        };
    }

    /** A bundle, by its symbolic name. */
    public static ObjectName bundle(String symbolicName) {
        return name("type=Bundle,name=" + ObjectName.quote(symbolicName));
    }

    /** The folder of bundles that are dropped in. */
    public static ObjectName bundleFolder() {
        return name("type=BundleFolder");
    }

    /** A loop, by the name of its thread. */
    public static ObjectName loop(String threadName) {
        return name("type=Loop,name=" + ObjectName.quote(threadName));
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
