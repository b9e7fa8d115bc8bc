package org.ninelives.dropin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.dropin.core.Outcome;

class JarCheckTest {

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void chooseFile() {
        file = folder.resolve("x.jar");
    }

    @Test
    void aBundleTellsItsName() throws Exception {
        TestJar.named("org.example.x;singleton:=true").write(file);

        assertThat(JarCheck.symbolicName(file)).isEqualTo("org.example.x");
    }

    @Test
    void whatIsNoZipMayBeStillComing() throws IOException {
        Files.writeString(file, "no zip");
        assertIncomplete();
        Files.writeString(file, "");
        assertIncomplete();
    }

    @Test
    void aJarThatIsCutAnywhereMayBeStillComing() throws Exception {
        byte[] whole = Files.readAllBytes(TestJar.named("x").write(file));
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertIncomplete();
        }
    }

    @Test
    void aJarWithAHoleMayBeStillComing() throws Exception {
        byte[] content = "some text that is stored as it is".getBytes(StandardCharsets.US_ASCII);
        TestJar.named("x").entry("text", content).write(file);
        byte[] whole = Files.readAllBytes(file);
        int entry = indexOf(whole, "text");
        whole[entry + 10] ^= 1;
        Files.write(file, whole);

        assertIncomplete();
    }

    @Test
    void aZipThatIsNoBundleIsRefused() throws IOException {
        TestJar.named("x").withoutManifest().write(file);
        assertRefusal().isEqualTo("it has no META-INF/MANIFEST.MF, so it is no bundle");

        TestJar.named("x").without("Bundle-SymbolicName").write(file);
        assertRefusal().startsWith("its manifest has no Bundle-SymbolicName");

        TestJar.named(" ").write(file);
        assertRefusal().startsWith("its manifest has no Bundle-SymbolicName");
    }

    @Test
    void aManifestThatIsNoneIsRefused() throws IOException {
        TestJar.named("x")
                .withoutManifest()
                .entry(
                        "META-INF/MANIFEST.MF",
                        "nothing\nof\nsense\n".getBytes(StandardCharsets.US_ASCII))
                .write(file);

        assertRefusal().startsWith("its manifest cannot be read: ");
    }

    @Test
    void aFragmentIsRefused() throws IOException {
        TestJar.named("x").header("Fragment-Host", "org.ninelives.vrrp").write(file);

        assertRefusal().startsWith("it is a fragment");
    }

    @Test
    void classesOfALaterJavaAreRefused() throws IOException {
        int here = Runtime.version().feature();
        TestJar.named("x").forJava(here + 1).write(file);
        assertRefusal()
                .contains("Activators$Plain.class in it is for Java " + (here + 1))
                .contains("the daemon runs on Java " + here);

        TestJar.named("x").entry("org/example/A.class", new byte[40]).write(file);
        assertRefusal().isEqualTo("org/example/A.class in it is no class file");
    }

    @Test
    void classesForALaterJavaBesidesThoseForThisOneAreFine() throws Exception {
        byte[] later = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 99, 0, 0};
        TestJar.named("x").entry("META-INF/versions/55/org/example/A.class", later).write(file);

        assertThat(JarCheck.symbolicName(file)).isEqualTo("x");
    }

    @Test
    void whatUnpacksToMoreThanAnyBundleIsRefused() throws IOException {
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("zeros"));
            for (long written = 0; written <= JarCheck.CONTENT_MAX; written += zeros.length) {
                zip.write(zeros);
            }
        }
        assertThat(Files.size(file)).isLessThan(1 << 20);

        assertRefusal().isEqualTo("it unpacks to more than 256 MiB");
    }

    private void assertIncomplete() {
        assertThatThrownBy(() -> JarCheck.symbolicName(file))
                .asInstanceOf(type(UnusableException.class))
                .extracting(UnusableException::outcome)
                .isInstanceOf(Outcome.Incomplete.class);
    }

    private AbstractStringAssert<?> assertRefusal() {
        try {
            JarCheck.symbolicName(file);
        } catch (UnusableException e) {
            return assertThat(((Outcome.Refused) e.outcome()).reason());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("it was not refused");
    }

    private static int indexOf(byte[] bytes, String word) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(word);
    }
}
