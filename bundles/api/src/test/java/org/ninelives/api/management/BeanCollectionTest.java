package org.ninelives.api.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BeanCollectionTest {

    private static final int MANY = 2_000;

    private final FakeBeanContext registry = new FakeBeanContext();
    private final BeanCollection beans = new BeanCollection(registry.context());
    private final Queue<String> calls = new ArrayDeque<>();

    private static Bean<NotifierMXBean> bean(String name) {
        return new Bean<>(ObjectNames.notifier(name), NotifierMXBean.class, new NotifierBean(name));
    }

    @Test
    void whoComesLaterIsToldOfThoseThatAreThereFirst() {
        Bean<?> one = bean("one");
        Bean<?> two = bean("two");
        beans.add(one);
        registry.source().attach(new Recorder(calls));
        beans.add(two);
        beans.remove(one);

        assertThat(calls).containsExactly("+ " + one.name(), "+ " + two.name(), "- " + one.name());
    }

    @Test
    void whoLeavesIsToldNoMore() {
        Recorder recorder = new Recorder(calls);
        registry.source().attach(recorder);
        registry.source().detach(recorder);
        beans.add(bean("one"));

        assertThat(calls).isEmpty();
        assertThat(registry.source().beans()).hasSize(1);
    }

    @Test
    void afterTheEndNoneIsAdded() {
        BeanSource source = registry.source();
        beans.close();
        beans.add(bean("late"));

        assertThat(source.beans()).isEmpty();
        assertThat(registry.isThere()).isFalse();
    }

    @Test
    void anInterruptEndsALongWayToMany() {
        Thread.currentThread().interrupt();
        beans.set(List.of(bean("one")));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(registry.source().beans()).isEmpty();
    }

    @Test
    void nothingIsMissedByThoseWhoComeAndGoMeanwhile() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Thread publisher =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    begun.countDown();
                                    for (int i = 0; i < MANY; i++) {
                                        beans.add(bean("bean " + i));
                                    }
                                });
        begun.await();
        Recorder gone = new Recorder(new ArrayDeque<>());
        registry.source().attach(gone);
        registry.source().detach(gone);
        registry.source().attach(new Recorder(calls));
        publisher.join();

        assertThat(calls).hasSize(MANY).doesNotHaveDuplicates();
    }
}
