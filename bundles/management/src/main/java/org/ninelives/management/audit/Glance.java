package org.ninelives.management.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.management.DynamicMBean;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;

/**
 * What a bean is at a glance: its state, its flags and its small numbers, which are cheap to read
 * and do not grow by themselves as counters and times do.
 *
 * @param values by the name of the attribute
 */
public record Glance(Map<String, Object> values) {

    private static final List<String> TYPES = List.of("int", "boolean");

    /** Looks now. */
    public static Glance at(DynamicMBean bean) {
        Map<String, Object> values = new TreeMap<>();
        for (MBeanAttributeInfo attribute : bean.getMBeanInfo().getAttributes()) {
            String name = attribute.getName();
            if (attribute.isReadable()
                    && (TYPES.contains(attribute.getType()) || name.equals("State"))) {
                try {
                    values.put(name, bean.getAttribute(name));
                } catch (JMException | RuntimeException e) {
                    values.put(name, "unknown");
                }
            }
        }
        return new Glance(values);
    }

    /** What differs later, such as {@code State MASTER -> BACKUP}; empty if nothing does. */
    public String changedTo(Glance later) {
        return values.keySet().stream()
                .filter(name -> !text(name).equals(later.text(name)))
                .map(name -> name + " " + text(name) + " -> " + later.text(name))
                .collect(Collectors.joining(", "));
    }

    private String text(String name) {
        return String.valueOf(values.get(name));
    }
}
