package org.ninelives.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.ninelives.labs.Lab;

/** The RPM package and the tarball on machines that have no Java. */
@PackageTest
class OtherPackagesTest {
    private static final String VIP = "10.0.0.44";

    @Test
    void theRpmIsInstalledRunsAndLeavesPasswordsAlone() {
        try (Lab lab = Machine.lab();
                Machine a = Machine.boot(lab, "a")) {
            Set<String> before = a.files();
            String rpm = a.bring(Packages.rpm());
            // Of its dependencies the database of RPM knows nothing on a Debian.
            a.run("rpm", "--force-debian", "--install", "--nodeps", rpm);
            assertThat(a.run("rpm", "--verify", "--nodeps", "ninelives")).isEmpty();
            assertThat(a.property("ActiveState")).isEqualTo("inactive");
            a.configure(lab);

            a.run("systemctl", "start", "ninelives");
            lab.await("a is master", () -> a.node().owns(VIP));
            assertThat(a.run("ninelivesctl", "status")).contains("VI_1", "MASTER");

            a.run("rpm", "--force-debian", "--erase", "ninelives");
            lab.await("a has let go", () -> !a.node().owns(VIP));
            Set<String> left = new TreeSet<>(a.files());
            left.removeAll(before);
            left.remove("/etc/sysconfig"); // no folder of the package where RPM is at home
            left.removeIf(file -> file.matches("/etc/ninelives(/jmx\\.(access|password))?"));
            left.removeIf(
                    file -> file.matches("(/usr/lib|/var/lib|/root)/?.*rpm.*|/run/ninelives"));
            assertThat(left).isEmpty();
        }
    }

    @Test
    void theTarballRunsWhereverItIsUnpacked() {
        try (Lab lab = Machine.lab();
                Machine a = Machine.boot(lab, "a")) {
            a.configure(lab);
            String tarball = a.bring(Packages.tarball());
            a.run("mkdir", "/srv/some where");
            a.run("tar", "xzf", tarball, "--strip-components=1", "-C", "/srv/some where");
            assertThat(a.tryToRun("java", "-version").status()).as("no Java there").isEqualTo(127);

            assertThat(a.run("/srv/some where/bin/ninelived", "-v")).contains("Ninelives");
            a.run("/srv/some where/bin/make-archive");
            a.run("/srv/some where/bin/ninelived", "-D");

            lab.await("a is master", () -> a.node().owns(VIP));
            assertThat(a.run("/srv/some where/bin/ninelivesctl", "status")).contains("VI_1");
        }
    }
}
