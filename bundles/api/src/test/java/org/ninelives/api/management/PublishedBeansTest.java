package org.ninelives.api.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.PublishedBeans.Bean;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class PublishedBeansTest {

    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    private int bundleState = Bundle.ACTIVE;
    private final PublishedBeans beans = new PublishedBeans(context(), "beans of a test");

    private record Up(String name) implements InterfaceMXBean {
        @Override
        public InterfaceStatus getStatus() {
            return null;
        }

        @Override
        public boolean isUp() {
            return true;
        }

        @Override
        public int getIndex() {
            return 1;
        }
    }

    private BundleContext context() {
        Bundle bundle = fake(Bundle.class, (self, method, arguments) -> bundleState);
        return fake(
                BundleContext.class,
                (self, method, arguments) ->
                        method.getName().equals("getBundle")
                                ? bundle
                                : register((Dictionary<?, ?>) arguments[2]));
    }

    private ServiceRegistration<?> register(Dictionary<?, ?> properties) {
        String name = properties.get(ObjectNames.PROPERTY).toString();
        calls.add("+ " + name);
        return fake(
                ServiceRegistration.class,
                (self, method, arguments) -> {
                    calls.add("- " + name);
                    return null;
                });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private void publish(String... names) {
        beans.publish(
                () ->
                        Arrays.stream(names)
                                .map(
                                        name ->
                                                new Bean<InterfaceMXBean>(
                                                        ObjectNames.networkInterface(name),
                                                        InterfaceMXBean.class,
                                                        new Up(name)))
                                .toList());
    }

    private String next() throws InterruptedException {
        return calls.poll(1, TimeUnit.MINUTES);
    }

    private static String name(String link) {
        return ObjectNames.networkInterface(link).toString();
    }

    @AfterEach
    void stop() {
        beans.stop();
    }

    @Test
    void onlyWhatIsDifferentComesAndGoes() throws InterruptedException {
        publish("eth0", "eth1");
        assertThat(next()).isEqualTo("+ " + name("eth0"));
        assertThat(next()).isEqualTo("+ " + name("eth1"));

        publish("eth1", "eth2");
        assertThat(next()).isEqualTo("- " + name("eth0"));
        assertThat(next()).isEqualTo("+ " + name("eth2"));

        publish();
        assertThat(List.of(next(), next()))
                .containsExactlyInAnyOrder("- " + name("eth1"), "- " + name("eth2"));
        assertThat(calls).isEmpty();
    }

    @Test
    void waysOfTellingStayAsLongAsTheirBeanIsTheSame() throws InterruptedException {
        NotifierBean scripts = new NotifierBean("scripts");
        String name = ObjectNames.notifier("scripts").toString();

        beans.publishNotifiers(Map.of("scripts", scripts));
        beans.publishNotifiers(Map.of("scripts", scripts));
        beans.publishNotifiers(Map.of("scripts", new NotifierBean("scripts")));

        assertThat(List.of(next(), next(), next()))
                .containsExactly("+ " + name, "- " + name, "+ " + name);
    }

    @Test
    void theEndTakesThemOutUnlessTheBundleStopsAndTheFrameworkDoes() throws InterruptedException {
        publish("eth0");
        assertThat(next()).startsWith("+");

        bundleState = Bundle.STOPPING;
        beans.close();
        assertThat(calls).isEmpty();

        bundleState = Bundle.ACTIVE;
        beans.close();
        assertThat(next()).startsWith("-");
    }
}
