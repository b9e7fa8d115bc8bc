package org.ninelives.api.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BeanLookupTest {

    private final FakeBeanContext registry = new FakeBeanContext();
    private final List<String> found = new ArrayList<>();

    @Test
    void thoseOfATypeAreFoundAloneAndWithOthers() {
        BeanCollection many = new BeanCollection(registry.context());
        many.add(
                new Bean<>(
                        ObjectNames.notifier("many"),
                        NotifierMXBean.class,
                        new NotifierBean("many")));
        many.add(new Bean<>(ObjectNames.checks(), Runnable.class, () -> {}));
        registry.publish("x:name=alone", new NotifierBean("alone"));
        registry.publish("x:name=other", "no such bean");

        new BeanLookup(registry.context())
                .forEach(NotifierMXBean.class, (name, bean) -> found.add(name));

        assertThat(found).containsExactly(ObjectNames.notifier("many").toString(), "x:name=alone");
        assertThat(registry.taken()).isZero();
    }

    @Test
    void whereNothingIsPublishedNothingIsFound() {
        new BeanLookup(registry.context()).forEach(Object.class, (name, bean) -> found.add(name));

        assertThat(found).isEmpty();
    }
}
