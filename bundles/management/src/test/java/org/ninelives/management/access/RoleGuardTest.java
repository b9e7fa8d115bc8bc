package org.ninelives.management.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.remote.JMXPrincipal;
import javax.management.remote.MBeanServerForwarder;
import javax.security.auth.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninelives.management.LogLines;

class RoleGuardTest {

    /** What a client that is logged in, or the daemon's own threads, may ask for. */
    private static final Set<String> ASKED_BY_ALL =
            Set.of(
                    "queryNames",
                    "queryMBeans",
                    "isRegistered",
                    "isInstanceOf",
                    "getMBeanCount",
                    "getDefaultDomain",
                    "getDomains",
                    "getObjectInstance",
                    "getMBeanInfo",
                    "getClassLoader",
                    "getClassLoaderFor",
                    "getClassLoaderRepository",
                    "addNotificationListener",
                    "removeNotificationListener",
                    "getAttribute",
                    "getAttributes",
                    "setAttribute",
                    "setAttributes",
                    "invoke");

    @TempDir Path folder;

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private final AtomicLong nanos = new AtomicLong();
    private final LogLines log = new LogLines();
    private ObjectName bean;
    private Path access;
    private MBeanServerForwarder guard;

    @BeforeEach
    void guard() throws Exception {
        bean = new ObjectName("org.ninelives.test:type=Switch");
        beans.registerMBean(new Switch(), bean);
        access = Files.writeString(folder.resolve("a"), "monitor readonly\ncontrol readwrite\n");
        guard = RoleGuard.of(new AccessRules(access, nanos::get), bean::equals);
        guard.setMBeanServer(beans);
    }

    @AfterEach
    void takeOut() throws Exception {
        beans.unregisterMBean(bean);
        log.close();
    }

    static Stream<Method> closedMethods() {
        return Arrays.stream(MBeanServer.class.getMethods())
                .filter(method -> !ASKED_BY_ALL.contains(method.getName()));
    }

    @ParameterizedTest
    @MethodSource("closedMethods")
    void whatIsNotOpenIsClosedToAllWhateverItsArguments(Method method) {
        for (String user : List.of("monitor", "control")) {
            Object[] arguments = new Object[method.getParameterCount()];
            assertThatThrownBy(() -> as(user, () -> method.invoke(guard, arguments)))
                    .hasRootCauseInstanceOf(SecurityException.class)
                    .rootCause()
                    .hasMessageContaining("nobody may do this");
        }
    }

    @Test
    void thereAreMethodsThatAreClosed() {
        assertThat(closedMethods().map(Method::getName))
                .contains("createMBean", "registerMBean", "unregisterMBean", "instantiate");
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang:type=Memory, gc",
        "java.lang:type=Threading, dumpAllThreads",
        "com.sun.management:type=HotSpotDiagnostic, dumpHeap",
        "com.sun.management:type=DiagnosticCommand, vmUnlockCommercialFeatures",
        "com.sun.management:type=DiagnosticCommand, compilerDirectivesAdd",
        "java.util.logging:type=Logging, setLoggerLevel",
        "jdk.management.jfr:type=FlightRecorder, newRecording",
        "java.lang:type=Runtime, halt"
    })
    void theMonitorInvokesNothingThatChangesTheJvm(String name, String operation) {
        assertThatThrownBy(() -> as("monitor", () -> invoke(name, operation)))
                .isInstanceOf(SecurityException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "com.sun.management:type=HotSpotDiagnostic, dumpHeap",
        "com.sun.management:type=DiagnosticCommand, compilerDirectivesAdd",
        "java.util.logging:type=Logging, setLoggerLevel",
        "jdk.management.jfr:type=FlightRecorder, newRecording",
        "JMImplementation:type=MBeanServerDelegate, whatever"
    })
    void norDoesControlBeyondWhatIsListed(String name, String operation) {
        assertThatThrownBy(() -> as("control", () -> invoke(name, operation)))
                .isInstanceOf(SecurityException.class)
                .hasMessageContaining("this operation is not open to clients");
    }

    @Test
    void jconsoleFindsDeadlocksAsMonitorAndCollectsGarbageAsControl() throws Exception {
        assertThat(as("monitor", () -> invoke("java.lang:type=Threading", "findDeadlockedThreads")))
                .isNull();

        as("control", () -> invoke("java.lang:type=Memory", "gc"));

        assertThat(log.all())
                .contains("INFO JMX audit: control: java.lang:type=Memory: gc(): done");
    }

    @Test
    void beansOfTheJvmAreReadAndNotSet() throws Exception {
        ObjectName memory = new ObjectName("java.lang:type=Memory");

        assertThat(as("monitor", () -> guard.getAttribute(memory, "Verbose"))).isEqualTo(false);
        assertThatThrownBy(
                        () ->
                                as(
                                        "control",
                                        () -> {
                                            guard.setAttribute(
                                                    memory, new Attribute("Verbose", true));
                                            return null;
                                        }))
                .isInstanceOf(SecurityException.class);
    }

    @Test
    void beansThatAreNotListedAreNotEvenRead() throws Exception {
        ObjectName diagnostics = new ObjectName("com.sun.management:type=HotSpotDiagnostic");

        assertThatThrownBy(
                        () ->
                                as(
                                        "control",
                                        () -> guard.getAttribute(diagnostics, "DiagnosticOptions")))
                .isInstanceOf(SecurityException.class)
                .hasMessageContaining("this bean is not open to clients");
    }

    @Test
    void severalAttributesAtOnceAreNoWayAround() {
        AttributeList values = new AttributeList(List.of(new Attribute("Level", 7)));

        assertThatThrownBy(() -> as("monitor", () -> guard.setAttributes(bean, values)))
                .isInstanceOf(SecurityException.class);
    }

    @Test
    void aRefusalIsWrittenDownWithItsArgumentsOnceInAWhile() {
        Object[] seven = {7};
        String[] number = {"int"};
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(
                            () -> as("monitor", () -> guard.invoke(bean, "press", seven, number)))
                    .isInstanceOf(SecurityException.class);
        }

        assertThat(log.all())
                .containsExactly(
                        "WARNING JMX audit: monitor: org.ninelives.test:type=Switch: press(p0=7):"
                                + " refused: monitor may only read");
    }

    @Test
    void theDaemonsOwnThreadsListenAndDoNothingElse() throws Exception {
        assertThat(guard.isInstanceOf(bean, SwitchMXBean.class.getName())).isTrue();
        assertThatThrownBy(() -> guard.invoke(bean, "press", new Object[0], new String[0]))
                .isInstanceOf(SecurityException.class)
                .hasMessageContaining("nobody is logged in");
    }

    @Test
    void aRoleTakenAwayCountsForThoseWhoAreLoggedIn() throws Exception {
        as("monitor", () -> guard.getAttribute(bean, "Level"));

        Files.writeString(access, "control readwrite\n");
        Files.setLastModifiedTime(access, FileTime.fromMillis(1));
        nanos.addAndGet(1_000_000_000);

        assertThatThrownBy(() -> as("monitor", () -> guard.getAttribute(bean, "Level")))
                .isInstanceOf(SecurityException.class)
                .hasMessageContaining("monitor has no role");
    }

    @Test
    void whatTheBeanThrowsArrivesAsItIs() {
        assertThatThrownBy(() -> as("control", () -> guard.getAttribute(bean, "NoSuch")))
                .isInstanceOf(AttributeNotFoundException.class);
    }

    private Object invoke(String name, String operation) throws Exception {
        return guard.invoke(new ObjectName(name), operation, new Object[0], new String[0]);
    }

    private static <T> T as(String user, Callable<T> task) throws Exception {
        Subject subject = new Subject(true, Set.of(new JMXPrincipal(user)), Set.of(), Set.of());
        try {
            return Subject.callAs(subject, task);
        } catch (CompletionException e) {
            if (e.getCause() instanceof InvocationTargetException invoked) {
                throw invoked;
            }
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
