package org.ninelives.management;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.management.JMX;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.ObjectName;
import javax.management.openmbean.ArrayType;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.TabularType;
import org.ninelives.api.management.NotificationType;
import org.ninelives.api.management.Notifies;

/** Writes the page about all beans, from what clients see of them. */
final class BeanPage {

    private static final String HEAD =
            """
            # The beans

            Everything that JMX clients such as jconsole, VisualVM and jmxterm see of the daemon. \
            This page is made
            from the beans themselves; after a change of one of them it is renewed by

                mvn -o test -pl bundles/management -am -Dtest=BeanPageTest \
            -Dbeans.page=renew -Dsurefire.failIfNoSpecifiedTests=false

            Attributes that are read together are of one moment. They are at most a tenth of a \
            second old, and whoever
            reads after a notification reads what came of it. A bean whose object has just been \
            removed says so in its
            status until it is gone itself.

            When the thread behind a bean hangs, whoever reads it waits five seconds and then gets \
            an
            `IllegalStateException` that says which, such as *the vrrp loop has not answered for \
            5 s*. Who asks after
            that is told so at once, nothing more is asked of the thread until it goes on, and \
            beans with other threads
            answer as ever.
            """;

    private final StringBuilder text = new StringBuilder(HEAD);
    private final TreeMap<String, CompositeType> records = new TreeMap<>();

    private BeanPage() {}

    /** The page of these beans, by the names they have. */
    static String of(SequencedMap<ObjectName, Class<?>> beans) {
        BeanPage page = new BeanPage();
        beans.forEach(page::bean);
        page.records();
        page.notifications();
        return page.text.toString();
    }

    private void bean(ObjectName name, Class<?> type) {
        Object nobody =
                Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, (self, method, some) -> null);
        MBeanInfo info =
                AuditedMXBean.of(nobody, type, EventNotifications.emitter(type)).getMBeanInfo();
        text.append("\n## ").append(name.getKeyProperty("type")).append("\n\n");
        text.append(info.getDescription()).append(".\n\n");
        text.append("    ").append(name).append('\n');
        attributes(info.getAttributes());
        operations(info.getOperations());
        if (type.isAnnotationPresent(Notifies.class)) {
            text.append("\nNotifications: ")
                    .append(
                            Arrays.stream(type.getAnnotation(Notifies.class).value())
                                    .map(each -> "`" + each.word() + "`")
                                    .collect(Collectors.joining(", ")))
                    .append(".\n");
        }
    }

    private void attributes(MBeanAttributeInfo[] attributes) {
        text.append("\n| Attribute | Type | |\n|---|---|---|\n");
        Arrays.stream(attributes)
                .sorted(Comparator.comparing(MBeanFeatureInfo::getName))
                .forEach(
                        attribute ->
                                row(
                                        "`" + attribute.getName() + "`",
                                        type(attribute, attribute.getType()),
                                        attribute.getDescription()));
    }

    private void operations(MBeanOperationInfo[] operations) {
        if (operations.length == 0) {
            return;
        }
        text.append("\n| Operation | Answer | |\n|---|---|---|\n");
        Arrays.stream(operations)
                .sorted(Comparator.comparing(MBeanFeatureInfo::getName))
                .forEach(this::operation);
    }

    private void operation(MBeanOperationInfo operation) {
        String parameters =
                Arrays.stream(operation.getSignature())
                        .map(MBeanFeatureInfo::getName)
                        .collect(Collectors.joining(", "));
        String meanings =
                Arrays.stream(operation.getSignature())
                        .map(each -> "<br>`" + each.getName() + "`: " + each.getDescription())
                        .collect(Collectors.joining());
        row(
                "`" + operation.getName() + "(" + parameters + ")`",
                type(operation, operation.getReturnType()),
                operation.getDescription() + meanings);
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private String type(MBeanFeatureInfo feature, String otherwise) {
        return feature.getDescriptor().getFieldValue(JMX.OPEN_TYPE_FIELD)
                        instanceof OpenType<?> open
                ? word(open)
                : otherwise;
    }

    /** In the words of those who read it: a record by its name, which has a table of its own. */
    private String word(OpenType<?> type) {
        return switch (type) {
            case CompositeType composite -> {
                String name = composite.getTypeName();
                String simple = name.substring(name.lastIndexOf('.') + 1);
                if (records.putIfAbsent(simple, composite) == null) {
                    composite.keySet().forEach(item -> word(composite.getType(item)));
                }
                yield "[" + simple + "](#" + simple.toLowerCase(java.util.Locale.ROOT) + ")";
            }
            case TabularType table -> {
                CompositeType row = table.getRowType();
                yield row.containsKey("value")
                        ? "table of "
                                + word(row.getType("key"))
                                + " to "
                                + word(row.getType("value"))
                        : "table of " + word(row);
            }
            case ArrayType<?> array -> "list of " + word(array.getElementOpenType());
            default -> SIMPLE.getOrDefault(type.getTypeName(), type.getTypeName());
        };
    }

    private static final Map<String, String> SIMPLE =
            Map.of(
                    "java.lang.String", "text",
                    "java.lang.Integer", "int",
                    "java.lang.Long", "long",
                    "java.lang.Double", "double",
                    "java.lang.Boolean", "boolean",
                    "java.lang.Void", "");

    private void records() {
        text.append("\n# Records\n\nComposite data that attributes and operations answer.\n");
        records.forEach(
                (name, type) -> {
                    text.append("\n## ").append(name).append("\n\n");
                    text.append("| Item | Type | |\n|---|---|---|\n");
                    for (String item : type.keySet()) {
                        row("`" + item + "`", word(type.getType(item)), type.getDescription(item));
                    }
                });
    }

    private void notifications() {
        text.append(
                """

                # Notifications

                The message is the log line. The sequence number is that of the journal, without \
                gaps for a listener on the
                Daemon that misses nothing; who finds a gap asks `eventsSince` with the last number \
                it knows. User data are an
                [EventRecord](#eventrecord); its `data` have these keys.

                | Type | Tells | Keys |
                |---|---|---|
                """);
        for (NotificationType type : NotificationType.values()) {
            row("`" + type.word() + "`", type.description(), type.keys());
        }
    }
}
