package org.ninelives.management.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.api.access.RefusedException;
import org.ninelives.api.access.User;
import org.ninelives.management.LogLines;

/** Another way in than the connector, with the same passwords, roles and lines of the log. */
class KnownUsersTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir Path folder;

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private final LogLines log = new LogLines();
    private ObjectName bean;
    private KnownUsers users;

    @BeforeEach
    void register() throws Exception {
        bean = new ObjectName("org.ninelives.test:type=Known");
        beans.registerMBean(new Switch(), bean);
        users =
                new KnownUsers(
                        Map.of("ninelives.etc", folder.toString(), "ninelives.jmx.port", "0")::get,
                        beans,
                        bean::equals);
    }

    @AfterEach
    void takeOut() throws Exception {
        beans.unregisterMBean(bean);
        log.close();
    }

    private User login(String name) throws RefusedException, IOException {
        Path passwords = users.passwords();
        AccessFiles files = new AccessFiles(passwords, passwords.resolveSibling("jmx.access"));
        return users.login("Page", name, Passwords.of(files, name), HERE);
    }

    @Test
    void passwordsAreMadeWhenTheyAreNeeded() throws IOException {
        assertThat(folder).isEmptyDirectory();
        assertThat(users.passwords()).isEqualTo(folder.resolve("jmx.password")).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(users.passwords())))
                .isEqualTo("rw-------");
    }

    @Test
    void whatControlDoesIsDoneInItsNameFromWhereItIs() throws Exception {
        User control = login("control");

        assertThat(control.mayRead()).isTrue();
        assertThat(control.mayAct()).isTrue();
        assertThat(control.invoke(bean, "press", List.of("3"))).isEqualTo("control at 127.0.0.1");
        assertThat(log.all()).contains("INFO Page: control logged in from 127.0.0.1");
    }

    @Test
    void monitorLooksAndDoesNothing() throws Exception {
        User monitor = login("monitor");

        assertThat(monitor.mayAct()).isFalse();
        assertThat(monitor.invoke(bean, "look", List.of("here"))).isEqualTo("here");
        assertThatThrownBy(() -> monitor.invoke(bean, "press", List.of("3")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Access denied! monitor may only read");
        assertThat(log.all())
                .contains(
                        "WARNING JMX audit: monitor at 127.0.0.1: org.ninelives.test:type=Known:"
                                + " press(p0=3): refused: monitor may only read");
    }

    @Test
    void whatMakesNoSenseIsRefusedInWords() throws Exception {
        User control = login("control");

        assertThatThrownBy(() -> control.invoke(bean, "press", List.of("three")))
                .hasMessageContaining("'three' is no number");
        assertThatThrownBy(() -> control.invoke(bean, "press", List.of()))
                .hasMessage("there is no operation press with 0 values");
        assertThatThrownBy(
                        () ->
                                control.invoke(
                                        new ObjectName("org.ninelives:type=Gone"),
                                        "press",
                                        List.of()))
                .hasMessage("it is not there any more");
        assertThatThrownBy(
                        () ->
                                control.invoke(
                                        new ObjectName("java.lang:type=Memory"), "gone", List.of()))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void eachWrongPasswordMakesTheNextAnswerLaterAndIsTold() throws IOException {
        users.passwords();
        long begin = System.nanoTime();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> users.login("Page", "control", "guess", HERE))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("Wrong user or password");
        }
        assertThatThrownBy(() -> users.login("Page", "root", "guess", HERE))
                .hasMessage("Wrong user or password");

        long tookMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        assertThat(tookMillis).isGreaterThan(250 + 500 + 1000 + 2000 - 100);
        assertThat(log.all())
                .filteredOn(line -> line.contains("login of control from 127.0.0.1 refused"))
                .hasSize(1);
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneForThoseWhoAreIn() throws Exception {
        User control = login("control");
        Path access = folder.resolve("jmx.access");
        Files.writeString(access, "control readonly\n");
        Files.setLastModifiedTime(access, FileTime.fromMillis(1));

        await().until(() -> !control.mayAct());
        assertThat(control.mayRead()).isTrue();
        assertThatThrownBy(() -> control.invoke(bean, "press", List.of("3")))
                .hasMessageContaining("may only read");
    }

    @Test
    void filesThatAreOpenToOthersLetNobodyIn() throws IOException {
        Path passwords = Files.writeString(folder.resolve("jmx.password"), "control secret\n");
        Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> users.login("Page", "control", "secret", HERE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("jmx.password");
    }
}
