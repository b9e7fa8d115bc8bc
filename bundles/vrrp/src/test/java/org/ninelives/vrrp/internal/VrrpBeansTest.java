package org.ninelives.vrrp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.Bean;
import org.ninelives.api.management.BeanListener;
import org.ninelives.api.management.BeanSource;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.notify.Audience;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpState;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.api.override.OptionalOverrides;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class VrrpBeansTest {

    private final List<String> calls = new ArrayList<>();
    private final EventSink sink =
            new EventSink() {
                @Override
                public void publish(Event event) {
                    calls.add(event.text());
                }

                @Override
                public boolean flush(Duration limit) {
                    calls.add("flushed");
                    return true;
                }
            };

    private BeanSource first;

    private BundleContext context() {
        return fake(
                BundleContext.class,
                arguments -> {
                    BeanSource source = (BeanSource) arguments[1];
                    first = first == null ? source : first;
                    return fake(
                            ServiceRegistration.class,
                            nothing -> {
                                calls.add("beans are gone");
                                return null;
                            });
                });
    }

    private static <T> T fake(Class<T> type, Function<Object[], Object> answer) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, arguments) -> answer.apply(arguments)));
    }

    @Test
    void theBeanOfARouterGoesWhenEverybodyHasBeenToldOfItsEnd() {
        VrrpBeans beans = new VrrpBeans(context(), sink, new OptionalOverrides());
        first.attach(
                new BeanListener() {
                    @Override
                    public void added(Bean<?> bean) {
                        calls.add("+ " + bean.name());
                    }

                    @Override
                    public void removed(Bean<?> bean) {
                        calls.add("- " + bean.name());
                    }
                });

        beans.added("VI_1");
        beans.removed("VI_1");
        beans.close();

        String name = ObjectNames.vrrpInstance("VI_1").toString();
        assertThat(calls)
                .containsExactly(
                        "+ " + name,
                        "flushed",
                        "- " + name,
                        "beans are gone",
                        "beans are gone",
                        "flushed");
    }

    @Test
    void whatHappensIsPublishedAtOnceAndEverybodyIsToldBeforeTheEnd() {
        VrrpBeans beans = new VrrpBeans(context(), sink, new OptionalOverrides());
        VrrpSubject subject =
                new VrrpSubject(
                        VrrpSubject.Kind.INSTANCE,
                        "VI_1",
                        OptionalInt.of(1),
                        "eth0",
                        List.of(),
                        Audience.NONE);

        beans.happened(
                new VrrpEvent.InstanceState(
                        subject, VrrpState.MASTER, VrrpState.STOP, "stopped", 100, false, "stop"));
        assertThat(calls).containsExactly("stop");
        beans.close();

        assertThat(calls).containsSequence("stop", "beans are gone", "beans are gone", "flushed");
    }
}
