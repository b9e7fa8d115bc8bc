package org.ninelives.vrrp.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.vrrp.settings.NameFolders;
import org.ninelives.vrrp.settings.RoutingNames;
import org.ninelives.vrrp.settings.RoutingNames.Kind;

class NameFilesTest {

    @TempDir private Path root;

    @Test
    void theFilesOfTheAdministratorCountMore() throws IOException {
        write("usr/share/iproute2/rt_tables", "100 blue\n101 red\n");
        write("etc/iproute2/rt_tables", "200 blue\n");
        write("etc/iproute2/rt_tables.d/more.conf", "201 green\n");
        write("etc/iproute2/rt_tables.d/README", "202 white\n");
        write("etc/protocols", "pim 103 PIM\n");
        RoutingNames names = new NameFiles(root, NameFolders.USUAL).read();

        assertThat(names.find(Kind.TABLE, "blue")).hasValue(200);
        assertThat(names.find(Kind.TABLE, "red")).hasValue(101);
        assertThat(names.find(Kind.TABLE, "green")).hasValue(201);
        assertThat(names.find(Kind.TABLE, "white")).isEmpty();
        assertThat(names.find(Kind.IP_PROTOCOL, "PIM")).hasValue(103);
    }

    @Test
    void configuredFoldersAreReadInPlaceOfTheUsualOnes() throws IOException {
        write("usr/share/iproute2/rt_tables", "100 blue\n");
        write("etc/iproute2/rt_tables", "200 red\n");
        Path shipped = write("opt/usr/rt_tables", "101 green\n102 white\n").getParent();
        Path own = write("opt/etc/rt_tables", "103 green\n").getParent();
        NameFolders folders =
                new NameFolders(Optional.of(shipped.toString()), Optional.of(own.toString()));

        RoutingNames names = new NameFiles(root, folders).read();

        assertThat(names.find(Kind.TABLE, "green")).hasValue(103);
        assertThat(names.find(Kind.TABLE, "white")).hasValue(102);
        assertThat(names.find(Kind.TABLE, "blue")).isEmpty();
        assertThat(names.find(Kind.TABLE, "red")).isEmpty();
    }

    @Test
    void aMachineWithoutFilesHasTheCommonNames() {
        assertThat(new NameFiles(root, NameFolders.USUAL).read().find(Kind.TABLE, "local"))
                .hasValue(255);
    }

    @Test
    void bytesThatAreNoTextDoNotMatter() throws IOException {
        Path file = write("etc/iproute2/rt_tables", "");
        Files.write(file, new byte[] {(byte) 0xff, '\n', '5', ' ', 'x', '\n'});
        assertThat(new NameFiles(root, NameFolders.USUAL).read().find(Kind.TABLE, "x")).hasValue(5);
    }

    private Path write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
