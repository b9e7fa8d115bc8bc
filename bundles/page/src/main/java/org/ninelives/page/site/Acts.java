package org.ninelives.page.site;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.ninelives.api.access.RefusedException;
import org.ninelives.api.access.User;
import org.ninelives.api.json.JsonObject;

/** What the page may ask beans to do; who may ask for it is decided by their role. */
final class Acts {

    private static final String DOMAIN = "org.ninelives";

    /** Nothing else is passed on, whatever a user may do by JMX. */
    private static final Set<String> OPERATIONS =
            Set.of(
                    "explain",
                    "plan",
                    "reload",
                    "rollback",
                    "overridePriority",
                    "standby",
                    "release",
                    "resign",
                    "disable",
                    "enable",
                    "drain",
                    "undrain",
                    "overrideWeight",
                    "clearWeight",
                    "revert",
                    "revertAll");

    private Acts() {}

    /**
     * Does what a form asks for: {@code bean}, {@code operation} and each {@code value}.
     *
     * @return the answer as JSON
     * @throws RefusedException if it was not done; the message is for the user
     */
    static JsonObject invoke(User user, Form form) throws RefusedException {
        String operation = form.value("operation");
        ObjectName bean = bean(form.value("bean"));
        if (!OPERATIONS.contains(operation)) {
            throw new RefusedException("the page does not do that");
        }
        Object answer = user.invoke(bean, operation, form.values("value"));
        return new JsonObject().put("answer", json(answer));
    }

    private static ObjectName bean(String name) throws RefusedException {
        try {
            ObjectName bean = new ObjectName(name);
            if (bean.getDomain().equals(DOMAIN) && !bean.isPattern()) {
                return bean;
            }
        } catch (MalformedObjectNameException e) {
            throw new RefusedException("this is no name of a bean: " + e.getMessage());
        }
        throw new RefusedException("the page does not reach that bean");
    }

    private static Object json(Object open) {
        return switch (open) {
            case null -> "";
            case CompositeData record -> record(record);
            case Object[] values -> Stream.of(values).map(Acts::json).toList();
            case Integer number -> number;
            case Long number -> number;
            case Boolean truth -> truth;
            default -> open.toString();
        };
    }

    private static JsonObject record(CompositeData record) {
        JsonObject object = new JsonObject();
        List<String> keys = List.copyOf(record.getCompositeType().keySet());
        keys.forEach(key -> object.put(key, json(record.get(key))));
        return object;
    }
}
