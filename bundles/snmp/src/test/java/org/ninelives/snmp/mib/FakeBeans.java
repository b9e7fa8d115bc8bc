package org.ninelives.snmp.mib;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Beans that answer what they are told to, and note what is set. */
final class FakeBeans implements Beans {

    private final List<Object> beans = new ArrayList<>();
    final List<Object> set = new ArrayList<>();

    @Override
    public <B> List<B> all(Class<B> type) {
        return beans.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** All beans of others too. */
    void addAll(FakeBeans others) {
        beans.addAll(others.beans);
    }

    /** A bean more, with what its methods answer. */
    FakeBeans with(Class<?> type, Map<String, Object> answers) {
        beans.add(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> {
                            if (method.getName().startsWith("set")) {
                                set.add(arguments[0]);
                                return 0;
                            }
                            if (method.getName().startsWith("clear")) {
                                set.add(method.getName());
                                return null;
                            }
                            return answers.get(method.getName());
                        }));
        return this;
    }
}
