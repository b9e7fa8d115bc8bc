package org.ninelives.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The files of the block SSL change on disk while the configuration stays as it is. */
@LabTest
@ExtendWith(Evidence.class)
class SslFilesTest {
    private static final String SUCCESS =
            "Remote Web server [10.0.0.2]:tcp:443 succeed on service.";

    private static final int LOOKS = 5;

    @Test
    void aReloadTakesTheNewOnesAndKeepsWhatItHasWhereTheyAreWrong() throws IOException {
        try (Lab lab = Labs.open("checkers", Labs.NINELIVES_ALONE)) {
            Certificates made = new Certificates(lab.node("b"));
            made.authority("authority");
            made.authority("stranger");
            made.signed("authority", "server", "server.example");
            made.signed("authority", "first", "first");
            made.signed("authority", "second", "second");
            new ServerPark(lab).startTlsWeb();
            Log shown = lab.node("b").log("nginx-tls");
            Path own = lab.node("a").folder();
            take(made, "authority", own, "ca");
            take(made, "first", own, "own");
            Router a = start(lab);

            try (Beans beans = a.beans()) {
                shown.await("shown CN=first");
                take(made, "second", own, "own");
                long looks = shown.count("shown CN=first");
                shown.await((int) looks + LOOKS, "shown CN=first");
                assertThat(isUp(beans)).as("files are read by a reload alone").isFalse();

                a.reload();
                a.log().await(SUCCESS);
                lab.await("it serves", () -> isUp(beans));

                Files.writeString(own.resolve("own.key"), "no key at all\n");
                a.reload();
                a.log().await("own.key");
                looks = shown.count("shown CN=second");
                shown.await((int) looks + LOOKS, "shown CN=second");
                assertThat(isUp(beans)).as("what ran runs on").isTrue();

                take(made, "second", own, "own");
                take(made, "stranger", own, "ca");
                a.reload();
                a.log().await("the certificate is signed by CN=authority, which is not among the");
                lab.await("it is out", () -> !isUp(beans));

                take(made, "authority", own, "ca");
                a.reload();
                a.log().await(2, SUCCESS);
                lab.await("it serves again", () -> isUp(beans));
            }
            System.out.println("lab: wrong SSL files: " + complaints(a));
        }
    }

    private static List<String> complaints(Router router) {
        return router.log().text().lines().filter(line -> line.contains("own.key")).toList();
    }

    private static Router start(Lab lab) throws IOException {
        Node node = lab.node("a");
        String text = Files.readString(lab.file("ssl.conf"));
        Path configuration = node.folder().resolve("ssl.conf");
        Files.writeString(configuration, text.replace("FOLDER", node.folder().toString()));
        return lab.startDirector("a", configuration);
    }

    private static void take(Certificates made, String name, Path folder, String as)
            throws IOException {
        for (String suffix : new String[] {".pem", ".key"}) {
            Files.copy(
                    made.path(name + suffix),
                    folder.resolve(as + suffix),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean isUp(Beans beans) {
        return beans.realServer("[10.0.0.44]:tcp:443", "[10.0.0.2]:tcp:443", "State").equals("UP");
    }
}
