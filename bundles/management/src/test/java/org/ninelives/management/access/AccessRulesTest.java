package org.ninelives.management.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.management.LogLines;

class AccessRulesTest {

    @TempDir Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final LogLines log = new LogLines();
    private int writes;

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void theWordsAreThoseOfTheJdk() throws IOException {
        AccessRules rules = rules("# who\nalice readonly\n bob\treadwrite\n");

        assertThat(rules.roleOf("alice")).contains(Role.READONLY);
        assertThat(rules.roleOf("bob")).contains(Role.READWRITE);
        assertThat(rules.roleOf("carol")).isEmpty();
        assertThat(log.all()).isEmpty();
    }

    @Test
    void anotherWordGivesNoRoleAndIsTold() throws IOException {
        assertThat(rules("alice admin\n").roleOf("alice")).isEmpty();
        assertThat(log.all())
                .singleElement()
                .asString()
                .startsWith("SEVERE ")
                .contains("alice: 'admin' is neither readonly nor readwrite");
    }

    @Test
    void whatNobodyMayIsIgnoredAndTold() throws IOException {
        AccessRules rules =
                rules("bob readwrite \\\n create javax.management.timer.* \\\n unregister\n");

        assertThat(rules.roleOf("bob")).contains(Role.READWRITE);
        assertThat(log.all())
                .singleElement()
                .asString()
                .contains("'create javax.management.timer.* unregister' is ignored");
    }

    @Test
    void aChangeCountsAfterASecond() throws IOException {
        AccessRules rules = rules("alice readwrite\n");

        write("alice readonly\n");

        assertThat(rules.roleOf("alice")).contains(Role.READWRITE);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(rules.roleOf("alice")).contains(Role.READONLY);
    }

    @Test
    void whileTheFileIsGoneNobodyMayAnything() throws IOException {
        AccessRules rules = rules("alice readwrite\n");

        Files.delete(folder.resolve("access"));
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(rules.roleOf("alice")).isEmpty();

        write("alice readonly\n");
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(rules.roleOf("alice")).contains(Role.READONLY);
    }

    @Test
    void aFileThatOthersCanChangeGivesNobodyARole() throws IOException {
        AccessRules rules = rules("alice readwrite\n");

        write("alice readwrite\nmallory readwrite\n");
        Files.setPosixFilePermissions(
                folder.resolve("access"), PosixFilePermissions.fromString("rw-rw-rw-"));
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));

        assertThat(rules.roleOf("mallory")).isEmpty();
        assertThat(rules.roleOf("alice")).isEmpty();
    }

    @Test
    void aBrokenFileIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> rules("alice \\u00zz\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("access");
    }

    private AccessRules rules(String text) throws IOException {
        write(text);
        return new AccessRules(folder.resolve("access"), nanos::get);
    }

    private void write(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("access"), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        // Two writes may fall into one tick of the file system's clock.
        Files.setLastModifiedTime(file, FileTime.fromMillis(++writes * 1000L));
    }
}
