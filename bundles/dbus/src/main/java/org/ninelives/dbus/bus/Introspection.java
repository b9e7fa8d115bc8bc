package org.ninelives.dbus.bus;

import java.util.Collection;
import java.util.TreeSet;
import org.ninelives.dbus.core.ObjectPaths;

/** What objects tell of themselves. */
final class Introspection {

    static final String VRRP = "org.keepalived.Vrrp1.Vrrp";
    static final String INSTANCE = "org.keepalived.Vrrp1.Instance";
    static final String PROPERTIES = "org.freedesktop.DBus.Properties";
    static final String INTROSPECTABLE = "org.freedesktop.DBus.Introspectable";
    static final String PEER = "org.freedesktop.DBus.Peer";

    private static final String HEAD =
            """
            <!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN"
             "http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">
            <node>
            """;

    private static final String STANDARD =
            """
              <interface name="org.freedesktop.DBus.Properties">
                <method name="Get">
                  <arg type="s" name="interface_name" direction="in"/>
                  <arg type="s" name="property_name" direction="in"/>
                  <arg type="v" name="value" direction="out"/>
                </method>
                <method name="GetAll">
                  <arg type="s" name="interface_name" direction="in"/>
                  <arg type="a{sv}" name="properties" direction="out"/>
                </method>
                <method name="Set">
                  <arg type="s" name="interface_name" direction="in"/>
                  <arg type="s" name="property_name" direction="in"/>
                  <arg type="v" name="value" direction="in"/>
                </method>
                <signal name="PropertiesChanged">
                  <arg type="s" name="interface_name"/>
                  <arg type="a{sv}" name="changed_properties"/>
                  <arg type="as" name="invalidated_properties"/>
                </signal>
              </interface>
              <interface name="org.freedesktop.DBus.Introspectable">
                <method name="Introspect">
                  <arg type="s" name="xml_data" direction="out"/>
                </method>
              </interface>
              <interface name="org.freedesktop.DBus.Peer">
                <method name="Ping"/>
                <method name="GetMachineId">
                  <arg type="s" name="machine_uuid" direction="out"/>
                </method>
              </interface>
            """;

    private static final String OF_VRRP =
            """
              <interface name="org.keepalived.Vrrp1.Vrrp">
                <method name="PrintData"/>
                <method name="PrintStats"/>
                <method name="PrintStatsClear"/>
                <method name="ReloadConfig"/>
                <signal name="VrrpStarted"/>
                <signal name="VrrpReloaded"/>
                <signal name="VrrpStopped"/>
              </interface>
            """;

    private static final String OF_INSTANCE =
            """
              <interface name="org.keepalived.Vrrp1.Instance">
                <method name="SendGarp"/>
                <signal name="VrrpStatusChange">
                  <arg type="u" name="status"/>
                </signal>
                <property type="s" name="Name" access="read"/>
                <property type="(us)" name="State" access="read"/>
              </interface>
            """;

    private Introspection() {}

    /**
     * The description of a path: what is there and what is below it.
     *
     * @param instances the paths of virtual routers
     * @return empty if there is neither
     */
    static String of(String path, Collection<String> instances) {
        StringBuilder text = new StringBuilder();
        if (path.equals(ObjectPaths.VRRP)) {
            text.append(STANDARD).append(OF_VRRP);
        } else if (instances.contains(path)) {
            text.append(STANDARD).append(OF_INSTANCE);
        }
        String above = path.equals("/") ? path : path + "/";
        TreeSet<String> children = new TreeSet<>();
        addChild(ObjectPaths.VRRP, above, children);
        instances.forEach(each -> addChild(each, above, children));
        children.forEach(child -> text.append("  <node name=\"").append(child).append("\"/>\n"));
        return text.isEmpty() ? "" : HEAD + text + "</node>\n";
    }

    private static void addChild(String object, String above, Collection<String> children) {
        if (object.startsWith(above)) {
            String rest = object.substring(above.length());
            int slash = rest.indexOf('/');
            children.add(slash < 0 ? rest : rest.substring(0, slash));
        }
    }
}
