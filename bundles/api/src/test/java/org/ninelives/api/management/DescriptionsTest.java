package org.ninelives.api.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a client sees of the beans says what it is. */
class DescriptionsTest {

    private static final Map<String, String> UNITS =
            Map.of(
                    "Millis", "illiseconds",
                    "Micros", "icroseconds",
                    "Seconds", "econds",
                    "Bytes", "ytes");

    private final List<String> wrong = new ArrayList<>();

    @Test
    void thereAreBeansToLookAt() {
        assertThat(MXBeans.all()).hasSizeGreaterThan(15).contains(VrrpInstanceMXBean.class);
    }

    @Test
    void beansAttributesOperationsAndParametersAreDescribed() {
        for (Class<?> bean : MXBeans.all()) {
            described(bean, bean.getSimpleName());
            for (Method method : bean.getMethods()) {
                String place = bean.getSimpleName() + "." + method.getName();
                described(method, place);
                for (Parameter parameter : method.getParameters()) {
                    described(parameter, place + "(" + parameter.getName() + ")");
                }
                if (isGetter(method)) {
                    hasUnit(method, method.getName(), place);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void componentsOfTheRecordsOfBeansAreDescribed() {
        for (Class<?> type : records()) {
            for (RecordComponent component : type.getRecordComponents()) {
                String place = type.getSimpleName() + "." + component.getName();
                described(component, place);
                hasUnit(component, component.getName(), place);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void aStateThatIsAnAttributeIsPartOfTheStatusToo() {
        for (Class<?> bean : MXBeans.all()) {
            for (Method method : bean.getMethods()) {
                if (method.getName().equals("getState")) {
                    assertThat(component(bean, "state")).as(bean.getSimpleName()).isTrue();
                }
            }
        }
    }

    private static boolean component(Class<?> bean, String name) {
        for (Method method : bean.getMethods()) {
            if (method.getName().equals("getStatus")) {
                for (RecordComponent each : method.getReturnType().getRecordComponents()) {
                    if (each.getName().equals(name)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isGetter(Method method) {
        return method.getParameterCount() == 0 && method.getName().startsWith("get");
    }

    private void described(AnnotatedElement element, String place) {
        Description description = element.getAnnotation(Description.class);
        if (description == null || description.value().isBlank()) {
            wrong.add(place + " has no description");
        }
    }

    private void hasUnit(AnnotatedElement element, String name, String place) {
        Description description = element.getAnnotation(Description.class);
        UNITS.forEach(
                (ending, word) -> {
                    if (name.endsWith(ending)
                            && description != null
                            && !description.value().contains(word)) {
                        wrong.add(place + " does not say that it counts " + ending);
                    }
                });
    }

    private static Set<Class<?>> records() {
        Set<Class<?>> records = new LinkedHashSet<>();
        for (Class<?> bean : MXBeans.all()) {
            for (Method method : bean.getMethods()) {
                collect(method.getGenericReturnType(), records);
            }
        }
        return records;
    }

    private static void collect(Type type, Set<Class<?>> records) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, records);
            }
        } else if (type instanceof Class<?> found && found.isRecord() && records.add(found)) {
            for (RecordComponent component : found.getRecordComponents()) {
                collect(component.getGenericType(), records);
            }
        }
    }
}
