package org.ninelives.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ninelives.labs.Lab;
import org.ninelives.labs.Node;

/**
 * Containers of the image that distribution/packages/Dockerfile makes, run on the nodes of a lab as
 * its comment says. No registry is asked: what the recipe begins with is made of this machine.
 */
final class Containers {
    private static final Path RESOURCES = Path.of("src/main/resources").toAbsolutePath();
    private static final String IMAGE = "ninelives";

    /** The name of the log of a container. */
    static final String LOG = "container";

    private final Path folder;
    private final String recipe;
    private int commands;

    private Containers(Path folder) throws IOException {
        this.folder = folder;
        recipe = Files.readString(Packages.SOURCES.resolve("Dockerfile"));
    }

    /**
     * Builds the image.
     *
     * @param node the archives of classes are made with its network
     * @param folder for images and containers; they are gone with it
     */
    static Containers build(Node node, Path folder) {
        try {
            Containers containers = new Containers(folder);
            Path base = folder.resolve("base.tar");
            Packages.run("sh", RESOURCES.resolve("base-image").toString(), base.toString());
            containers.podman(node, "import", base.toString(), containers.line("FROM (\\S+)"));
            containers.podman(
                    node,
                    "build",
                    "--isolation=chroot",
                    "--pull-never",
                    "--tag=" + IMAGE,
                    Packages.SOURCES.toString());
            return containers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts one with the node's configuration, by the command of the recipe and more options. */
    Process run(Lab lab, String name, String... options) {
        Path settings = folder.resolve("etc-" + name);
        try {
            Files.createDirectories(settings);
            Files.writeString(
                    settings.resolve("keepalived.conf"),
                    Files.readString(lab.file(name + ".conf")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> words = new ArrayList<>(List.of("run", "--name=" + name));
        // What differs from Docker on an ordinary machine: where there are no rights for more.
        words.addAll(List.of("--cgroups=disabled", "--ulimit=nofile=4096:4096"));
        words.addAll(List.of("--ulimit=nproc=4096:4096", "--pull=never"));
        words.addAll(List.of(options));
        String documented =
                recipe.replace("\\\n#", " ").replace("/etc/keepalived:/", settings + ":/");
        Matcher command = Pattern.compile("docker run (.*) " + IMAGE + "\n").matcher(documented);
        if (!command.find()) {
            throw new IllegalStateException("the recipe does not say how its image is run");
        }
        words.addAll(List.of(command.group(1).strip().split(" +", -1)));
        words.add(IMAGE);
        return lab.node(name).start(LOG, words(words));
    }

    /** Stops one as the recipe says. */
    void stop(Node node) {
        String seconds = line("docker stop (-t \\d+)");
        podman(node, "stop", seconds.split(" ", -1)[0], seconds.split(" ", -1)[1], node.name());
    }

    /** Runs podman to its end. */
    String podman(Node node, String... arguments) {
        String label = "podman-" + ++commands;
        Process process = node.start(label, words(List.of(arguments)));
        int status = process.onExit().join().exitValue();
        String output = node.log(label).text();
        if (status != 0) {
            throw new AssertionError(String.join(" ", arguments) + ": " + output);
        }
        return output;
    }

    private List<String> words(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("sh", RESOURCES.resolve("podman").toString()));
        words.add(folder.toString());
        words.addAll(arguments);
        return words;
    }

    /** The group of the expression in the recipe. */
    private String line(String expression) {
        Matcher matcher = Pattern.compile(expression).matcher(recipe);
        if (!matcher.find()) {
            throw new IllegalStateException("not in the recipe: " + expression);
        }
        return matcher.group(1);
    }
}
