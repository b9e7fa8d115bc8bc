package org.ninelives.page.rows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ninelives.api.json.JsonObject;
import org.ninelives.api.management.BfdSessionMXBean;
import org.ninelives.api.management.ConfigurationMXBean;
import org.ninelives.api.management.DaemonMXBean;
import org.ninelives.api.management.OverridesMXBean;
import org.ninelives.api.management.TrackerMXBean;
import org.ninelives.api.management.VirtualServerMXBean;
import org.ninelives.api.management.VrrpInstanceMXBean;
import org.ninelives.api.management.VrrpSyncGroupMXBean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that there is to show at one moment: a row for each thing. Not for use by several threads.
 *
 * <p>A row is JSON with its {@code key}, which stays the same as long as the thing is there, its
 * {@code kind}, the {@code bean} that orders go to, and what else the page knows to show.
 */
public final class Rows {

    private static final Logger LOG = LoggerFactory.getLogger(Rows.class);

    private final Map<String, String> byKey = new LinkedHashMap<>();
    private final Beans beans;
    private boolean complete = true;

    private Rows(Beans beans) {
        this.beans = beans;
    }

    /**
     * Looks at all beans. What cannot be read because something does not answer is as it was
     * before.
     *
     * @param before what was seen last, by the keys
     * @param host what this machine is called
     * @return rows by their keys
     */
    public static Map<String, String> now(Beans beans, String host, Map<String, String> before) {
        Rows rows = new Rows(beans);
        rows.look(host);
        if (!rows.complete) {
            before.forEach(rows.byKey::putIfAbsent);
        }
        return rows.byKey;
    }

    private void look(String host) {
        each(
                DaemonMXBean.class,
                (name, bean) ->
                        put(
                                row(name, "daemon", name)
                                        .put("host", host)
                                        .put("version", bean.getVersion())
                                        .put("pid", bean.getPid()),
                                name));
        each(
                ConfigurationMXBean.class,
                (name, bean) ->
                        put(Words.configuration(row(name, "configuration", name), bean), name));
        each(
                VrrpInstanceMXBean.class,
                (name, bean) ->
                        put(Words.instance(row(name, "instance", name), bean.getStatus()), name));
        each(
                VrrpSyncGroupMXBean.class,
                (name, bean) -> put(Words.group(row(name, "group", name), bean.getStatus()), name));
        each(VirtualServerMXBean.class, this::virtualServer);
        each(
                TrackerMXBean.class,
                (name, bean) ->
                        put(Words.tracker(row(name, "tracker", name), bean.getStatus()), name));
        each(
                BfdSessionMXBean.class,
                (name, bean) -> put(Words.session(row(name, "bfd", name), bean.getStatus()), name));
        each(OverridesMXBean.class, this::overrides);
    }

    private void virtualServer(String name, VirtualServerMXBean bean) {
        put(Words.virtualServer(row(name, "virtual", name), bean.getStatus()), name);
        bean.getServers()
                .values()
                .forEach(
                        server -> {
                            String key = Words.bean(server);
                            put(Words.server(row(key, "server", key), server), key);
                        });
    }

    private void overrides(String name, OverridesMXBean bean) {
        bean.getOverrides()
                .forEach(
                        each -> {
                            String key = "override " + each.kind() + " " + each.subject();
                            put(Words.override(row(key, "override", name), each), key);
                        });
    }

    private <B> void each(Class<B> type, Reading<B> reading) {
        beans.forEach(
                type,
                (name, bean) -> {
                    try {
                        reading.read(name, bean);
                    } catch (RuntimeException e) {
                        complete = false;
                        LOG.debug("The status page cannot read {}", name, e);
                    }
                });
    }

    /** Puts what a bean tells into rows. */
    @FunctionalInterface
    private interface Reading<B> {
        void read(String name, B bean);
    }

    private static JsonObject row(String key, String kind, String bean) {
        return new JsonObject().put("key", key).put("kind", kind).put("bean", bean);
    }

    private void put(JsonObject row, String key) {
        byKey.put(key, row.toString());
    }

    /**
     * What has changed between two looks, as messages of an event stream.
     *
     * @param before by the keys
     * @param now by the keys
     */
    public static List<String> changes(Map<String, String> before, Map<String, String> now) {
        List<String> changed =
                now.entrySet().stream()
                        .filter(row -> !row.getValue().equals(before.get(row.getKey())))
                        .map(Map.Entry::getValue)
                        .toList();
        List<String> gone = before.keySet().stream().filter(key -> !now.containsKey(key)).toList();
        List<String> messages = Messages.rows(changed);
        if (!gone.isEmpty()) {
            messages.add(Messages.of("gone", JsonObject.array(gone)));
        }
        return messages;
    }
}
