package org.ninelives.linux.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.linux.safeguard.UndoRecord;

/** A companion that is killed along with its daemon has written down what is to be cleaned up. */
@Tag("kernel")
class KernelLeftoversTest {

    private static final String FORWARDING = "/proc/sys/net/ipv4/conf/eth0/forwarding";
    private static final String VARIABLE = "NINELIVES_UNDO_FILE";
    private static final String TAKEN_BACK =
            "] was killed along with its companion; taken back: 1 kernel setting";

    @TempDir private Path folder;
    private Path undo;
    private Path said;
    private KernelRig rig;
    private Process companion;
    private PipeHand pipe;

    @BeforeEach
    void open() throws Exception {
        undo = folder.resolve("run/ninelives.undo");
        said = Files.createFile(folder.resolve("said"));
        rig = new KernelRig();
        rig.addLink("eth0");
        rig.write(FORWARDING, "0");
    }

    @AfterEach
    void close() throws Exception {
        if (companion != null) {
            companion.destroyForcibly().waitFor();
        }
        if (rig != null) {
            rig.close();
        }
    }

    @Test
    void whatBothLeaveIsTakenBackOnce() throws Exception {
        startCompanion();
        pipe.put(FORWARDING, "1");
        killCompanion();
        assertThat(rig.read(FORWARDING)).isEqualTo("0");

        assertThat(cleanUp()).isZero();
        assertThat(rig.read(FORWARDING)).isEqualTo("1");
        assertThat(Files.readString(said)).contains(TAKEN_BACK);
        assertThat(undo.getParent()).isEmptyDirectory();

        rig.write(FORWARDING, "0");
        assertThat(cleanUp()).isZero();
        assertThat(rig.read(FORWARDING)).isEqualTo("0");
    }

    @Test
    void inTheJournalTheLineSaysHowGraveItIs() throws Exception {
        startCompanion();
        pipe.put(FORWARDING, "1");
        killCompanion();
        String asJournal = "export JOURNAL_STREAM=$(stat -Lc %d:%i /proc/self/fd/2); exec \"$@\"";

        assertThat(cleanUp("sh", "-c", asJournal, "sh")).isZero();
        assertThat(Files.readAllLines(said))
                .singleElement()
                .asString()
                .startsWith("<4>")
                .contains(TAKEN_BACK);
    }

    @Test
    void whatTheDaemonTookBackItselfIsNoMatterAnyMore() throws Exception {
        startCompanion();
        pipe.put(FORWARDING, "1");
        rig.until("it is written down", this::isWrittenDown);
        pipe.drop(FORWARDING);
        killCompanion();

        assertThat(cleanUp()).isZero();
        assertThat(rig.read(FORWARDING)).isEqualTo("0");
        assertThat(said).isEmptyFile();
        assertThat(undo).doesNotExist();
    }

    @Test
    void aCompanionThatWasThereToTheEndLeavesNothingToDo() throws Exception {
        startCompanion();
        pipe.put(FORWARDING, "1");
        pipe.close();
        assertThat(ended(companion)).isZero();

        assertThat(rig.read(FORWARDING)).isEqualTo("1");
        assertThat(undo).doesNotExist();
    }

    @Test
    void neitherDoesADaemonThatEndsInOrder() throws Exception {
        startCompanion();
        pipe.put(FORWARDING, "1");
        pipe.record(UndoRecord.BYE, 0);
        assertThat(ended(companion)).isZero();

        assertThat(undo).doesNotExist();
    }

    @Test
    void aRecordCutShortByAKillIsPassedOver() throws Exception {
        startCompanion();
        pipe.put(FORWARDING, "1");
        killCompanion();
        byte[] begun = {60, 0, 0, 0, 1};
        Files.write(undo, begun, StandardOpenOption.APPEND);

        assertThat(cleanUp()).isZero();
        assertThat(rig.read(FORWARDING)).isEqualTo("1");
    }

    @Test
    void whatIsNotUnderstoodIsToldAndWhatStandsBeforeItIsTakenBack() throws Exception {
        startCompanion();
        pipe.put(FORWARDING, "1");
        killCompanion();
        Files.write(undo, new byte[16], StandardOpenOption.APPEND);

        assertThat(cleanUp()).isEqualTo(1);
        assertThat(rig.read(FORWARDING)).isEqualTo("1");
        assertThat(Files.readString(said)).contains("a record of type 0 is not und", TAKEN_BACK);
        assertThat(undo).doesNotExist();
    }

    @Test
    void aFileOfAnotherKindIsLeftAlone() throws Exception {
        Files.createDirectory(undo.getParent());
        Files.writeString(undo, "root:x:0:0\n");

        assertThat(cleanUp()).isEqualTo(1);
        assertThat(Files.readString(said)).contains(undo + ": does not begin as such a file does");
        assertThat(undo).hasContent("root:x:0:0");
    }

    @Test
    void whatOthersMayHaveWrittenIsNotDone() throws Exception {
        startCompanion();
        pipe.put(FORWARDING, "1");
        killCompanion();
        Files.setPosixFilePermissions(undo, PosixFilePermissions.fromString("rw--w----"));
        assertThat(cleanUp()).isEqualTo(1);
        Files.setPosixFilePermissions(undo, PosixFilePermissions.fromString("rw-------"));
        rig.command("chown", "nobody", undo.toString());
        assertThat(cleanUp()).isEqualTo(1);

        assertThat(rig.read(FORWARDING)).isEqualTo("0");
        assertThat(Files.readAllLines(said)).hasSize(2).allMatch(l -> l.contains("another user"));
    }

    @Test
    void aDaemonOfANamedNamespaceIsCleanedUpBehindFromOutside() throws Exception {
        String name = "ninelives-test-" + ProcessHandle.current().pid();
        startCompanion();
        pipe.put(FORWARDING, "1");
        run("ip", "netns", "attach", name, Long.toString(companion.pid()));
        try {
            killCompanion();
            assertThat(ended(outside("setpriv", "--bounding-set=-sys_admin"))).isEqualTo(1);
            assertThat(Files.readString(said)).contains("/run/netns/" + name + ": EPERM (needs");
            assertThat(ended(outside())).isZero();
        } finally {
            run("ip", "netns", "delete", name);
        }
        assertThat(rig.read(FORWARDING)).isEqualTo("1");
        assertThat(Files.readString(said)).contains(TAKEN_BACK);
        assertThat(undo).doesNotExist();
    }

    @Test
    void withItsNamespaceAllHasGone() throws Exception {
        startCompanion();
        pipe.put(FORWARDING, "1");
        killCompanion();

        assertThat(ended(outside())).isZero();
        assertThat(Files.readString(said)).contains("is not in /run/netns any more");
        assertThat(undo).doesNotExist();
    }

    @Test
    void whereTheFileCannotBeTheCompanionDoesItsWorkWithout() throws Exception {
        Files.writeString(undo.getParent(), "a file");
        startCompanion();
        pipe.put(FORWARDING, "1");
        pipe.close();

        assertThat(ended(companion)).isZero();
        assertThat(rig.read(FORWARDING)).isEqualTo("1");
        assertThat(Files.readAllLines(said))
                .hasSize(2)
                .first()
                .asString()
                .startsWith(undo + ": ENOTDIR; what the daemon holds is not written there");
    }

    @Test
    void whereTheFileCannotGrowItIsRemoved() throws Exception {
        startCompanion("prlimit", "--fsize=1000000"); // JNA's native half has to be unpacked.
        pipe.put(FORWARDING, "1");
        rig.until("it has begun", () -> Files.exists(undo));
        for (int i = 0; i < 200; i++) {
            pipe.put("/proc/sys/ninelives/" + i, "1".repeat(8_000));
        }
        rig.until("it is removed", () -> !Files.exists(undo));
        pipe.close();

        assertThat(ended(companion)).isZero();
        assertThat(rig.read(FORWARDING)).isEqualTo("1");
        assertThat(Files.readString(said)).startsWith(undo + ": EFBIG; ");
    }

    private void startCompanion(String... wrapper) throws Exception {
        companion = rig.start(program(wrapper, Holder.companionCommand()));
        pipe = new PipeHand(companion);
    }

    private void killCompanion() throws Exception {
        rig.until("all is written down", this::isWrittenDown);
        companion.destroyForcibly().waitFor();
    }

    /** The last record is the last thing in the file. */
    private boolean isWrittenDown() {
        try {
            byte[] all = Files.readAllBytes(undo);
            byte[] last = pipe.last();
            int from = Math.max(0, all.length - last.length);
            return Arrays.equals(Arrays.copyOfRange(all, from, all.length), last);
        } catch (IOException e) {
            return false; // Not there yet.
        }
    }

    private int cleanUp(String... wrapper) throws Exception {
        return ended(rig.start(program(wrapper, Holder.leftoversCommand())));
    }

    /** Cleans up from the namespace of the tests. */
    private Process outside(String... wrapper) throws IOException {
        return program(wrapper, Holder.leftoversCommand()).start();
    }

    private ProcessBuilder program(String[] wrapper, List<String> command) {
        List<String> words = new ArrayList<>(List.of(wrapper));
        words.addAll(command);
        ProcessBuilder program = new ProcessBuilder(words);
        program.environment().put(VARIABLE, undo.toString());
        return program.redirectError(ProcessBuilder.Redirect.appendTo(said.toFile()));
    }

    private static void run(String... words) throws Exception {
        assertThat(ended(new ProcessBuilder(words).inheritIO().start())).isZero();
    }

    private static int ended(Process process) throws InterruptedException {
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
