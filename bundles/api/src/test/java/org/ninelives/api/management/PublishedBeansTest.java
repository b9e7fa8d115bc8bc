package org.ninelives.api.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublishedBeansTest {

    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    private final FakeBeanContext registry = new FakeBeanContext();
    private final PublishedBeans beans = new PublishedBeans(registry.context(), "beans of a test");

    @BeforeEach
    void follow() {
        registry.source().attach(new Recorder(calls));
    }

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

    private void publish(String... names) {
        beans.publish(() -> Arrays.stream(names).map(PublishedBeansTest::bean).toList());
    }

    private static Bean<InterfaceMXBean> bean(String link) {
        return new Bean<>(ObjectNames.networkInterface(link), InterfaceMXBean.class, new Up(link));
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
    void oneByOneTheyComeAndGoToo() throws InterruptedException {
        Bean<InterfaceMXBean> bean = bean("eth0");

        beans.add(bean);
        beans.add(bean);
        beans.remove(bean("eth0"));
        beans.remove(bean);
        beans.add(bean("eth1"));

        assertThat(List.of(next(), next(), next()))
                .containsExactly("+ " + name("eth0"), "- " + name("eth0"), "+ " + name("eth1"));
    }

    @Test
    void whatIsPublishedStaysUntilTheEnd() throws InterruptedException {
        publish("eth0");
        assertThat(next()).startsWith("+");

        beans.stop();
        assertThat(registry.isThere()).isTrue();
        assertThat(registry.source().beans()).hasSize(1);

        beans.close();
        beans.close();
        assertThat(registry.isThere()).isFalse();
        assertThat(calls).isEmpty();
    }
}
