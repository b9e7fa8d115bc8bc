package org.ninelives.launcher;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Writes a bundle that holds nothing but its activator. */
final class TestBundle {

    private TestBundle() {}

    static void write(File folder, String name, Class<?> activator) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", name);
        headers.putValue("Bundle-Activator", activator.getName());
        headers.putValue(
                "Import-Package",
                "org.osgi.framework,org.osgi.service.condition,org.slf4j;version=\"[2.0,3)\"");
        String entry = activator.getName().replace('.', '/') + ".class";
        try (OutputStream file = new FileOutputStream(new File(folder, name + ".jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest);
                InputStream code = activator.getClassLoader().getResourceAsStream(entry)) {
            jar.putNextEntry(new ZipEntry(entry));
            code.transferTo(jar);
        }
    }
}
