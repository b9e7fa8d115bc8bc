package org.ninelives.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a client reads of a bean. */
public final class Attributes {

    private Attributes() {}

    /**
     * What is wrong with the attributes of a bean: those that throw, and those that are not what
     * the status says under the same name. Nothing if all is well.
     *
     * @param type the interface whose attributes are read
     */
    public static List<String> flaws(Class<?> type, Object bean) {
        List<String> flaws = new ArrayList<>();
        Object status = null;
        for (Method method : type.getMethods()) {
            if (method.getName().equals("getStatus")) {
                status = read(method, bean, flaws);
            }
        }
        for (Method method : type.getMethods()) {
            String name = method.getName().replaceFirst("^(get|is)", "");
            if (method.getParameterCount() == 0 && !name.equals(method.getName())) {
                compare(name, read(method, bean, flaws), status, flaws);
            }
        }
        return flaws;
    }

    private static Object read(Method method, Object bean, List<String> flaws) {
        try {
            method.setAccessible(true);
            return method.invoke(bean);
        } catch (InvocationTargetException e) {
            flaws.add(method.getName() + " throws " + e.getCause());
            return null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void compare(String name, Object value, Object status, List<String> flaws) {
        if (status == null) {
            return;
        }
        for (RecordComponent component : status.getClass().getRecordComponents()) {
            if (component.getName().equalsIgnoreCase(name)) {
                Object told = read(component.getAccessor(), status, flaws);
                if (!Objects.equals(value, told)) {
                    flaws.add(name + " is " + value + ", but the status says " + told);
                }
            }
        }
    }
}
