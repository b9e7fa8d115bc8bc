package org.ninelives.management;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.IntStream;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.Bean;
import org.ninelives.api.management.BeanCollection;
import org.ninelives.api.management.BeanSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

class BeanSourcesTest {

    private static final int MANY = 20_000;

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final BeanRegistrar registrar = new BeanRegistrar(server, new EventNotifications());
    private final ServiceReference<BeanSource> reference =
            fake(ServiceReference.class, this::answer);
    private BeanSource source;
    private int taken;
    private final BundleContext context = fake(BundleContext.class, this::answer);
    private final BeanSources sources = new BeanSources(context, registrar);
    private final BeanCollection beans = new BeanCollection(context);
    private int before;

    @BeforeEach
    void count() {
        before = server.getMBeanCount();
    }

    private Object answer(Object self, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "registerService" -> {
                source = (BeanSource) arguments[1];
                yield fake(ServiceRegistration.class, (reg, call, nothing) -> null);
            }
            case "getService" -> {
                taken++;
                yield source;
            }
            case "ungetService" -> --taken >= 0;
            default -> throw new UnsupportedOperationException(method.getName());
        };
    }

    @SuppressWarnings("unchecked") // generic interfaces have no class of their own
    private static <T> T fake(Class<? super T> type, InvocationHandler handler) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static Bean<LampMXBean> lamp(int number) {
        try {
            ObjectName name = new ObjectName("org.ninelives:type=Lamp,name=\"" + number + "\"");
            return new Bean<>(name, LampMXBean.class, new Lamp());
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private int registered() {
        return server.getMBeanCount() - before;
    }

    @Test
    void beansComeAndGoWhileTheSourceIsThere() {
        Bean<?> early = lamp(1);
        beans.add(early);
        BeanSources.Followed followed = sources.addingService(reference);
        assertThat(server.isRegistered(early.name())).isTrue();

        Bean<?> late = lamp(2);
        beans.add(late);
        beans.remove(early);
        assertThat(server.isRegistered(late.name())).isTrue();
        assertThat(server.isRegistered(early.name())).isFalse();

        sources.removedService(reference, followed);
        assertThat(registered()).isZero();
        assertThat(taken).isZero();
        beans.add(lamp(3));
        assertThat(registered()).isZero();
    }

    @Test
    void aBeanWhoseNameIsTakenLeavesTheOtherAlone() {
        registrar.register(lamp(1));
        BeanSources.Followed followed = sources.addingService(reference);
        Bean<?> second = lamp(1);
        beans.add(second);
        beans.remove(second);

        assertThat(server.isRegistered(second.name())).isTrue();
        sources.removedService(reference, followed);
        assertThat(registered()).isOne();
    }

    @Test
    void aSourceThatIsGoneAlreadyIsLeftAlone() {
        source = null;

        assertThat(sources.addingService(reference)).isNull();
    }

    @Test
    void manyComeAndGo() {
        sources.addingService(reference);
        long begin = System.nanoTime();
        beans.set(IntStream.range(0, MANY).mapToObj(BeanSourcesTest::lamp).toList());
        long there = System.nanoTime();
        assertThat(registered()).isEqualTo(MANY);
        beans.set(List.of());
        long gone = System.nanoTime();

        assertThat(registered()).isZero();
        System.out.printf(
                "%d beans came in %d ms and went in %d ms%n",
                MANY, (there - begin) / 1_000_000, (gone - there) / 1_000_000);
    }
}
