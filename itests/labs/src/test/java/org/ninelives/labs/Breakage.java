package org.ninelives.labs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** How a configuration file is made one that must not be applied. */
enum Breakage {
    FILE_MISSING {
        @Override
        void write(Path file, String text, Random random) throws IOException {
            Files.deleteIfExists(file);
        }
    },
    GARBAGE {
        @Override
        void write(Path file, String text, Random random) throws IOException {
            byte[] garbage = new byte[random.nextInt(1, 5_000)];
            random.nextBytes(garbage);
            Files.write(file, garbage);
        }
    },
    EMPTY {
        @Override
        void write(Path file, String text, Random random) throws IOException {
            Files.writeString(file, "");
        }
    },
    /** As a reader finds it while somebody writes it. */
    CUT_WITHIN_A_BLOCK {
        @Override
        void write(Path file, String text, Random random) throws IOException {
            Files.writeString(file, text.substring(0, text.lastIndexOf("    }") - 1));
        }
    },
    LAST_BRACE_MISSING {
        @Override
        void write(Path file, String text, Random random) throws IOException {
            Files.writeString(file, text.substring(0, text.lastIndexOf('}')));
        }
    },
    A_BRACE_MISSING {
        @Override
        void write(Path file, String text, Random random) throws IOException {
            int brace = text.indexOf("\n}\n", random.nextInt(text.length() / 2));
            Files.writeString(file, text.substring(0, brace) + text.substring(brace + 2));
        }
    },
    KEYWORD_MISSPELT {
        @Override
        void write(Path file, String text, Random random) throws IOException {
            Files.writeString(file, text.replaceFirst("vrrp_instance", "vrrp_instanse"));
        }
    },
    VRID_ZERO {
        @Override
        void write(Path file, String text, Random random) throws IOException {
            Files.writeString(file, text.replaceFirst("_router_id \\d+", "_router_id 0"));
        }
    },
    VRID_TWICE {
        @Override
        void write(Path file, String text, Random random) throws IOException {
            Files.writeString(file, text.replace("_router_id 51", "_router_id 52"));
        }
    },
    PRIORITY_NO_NUMBER {
        @Override
        void write(Path file, String text, Random random) throws IOException {
            Files.writeString(file, text.replace("priority 90", "priority ninety"));
        }
    },
    INCLUDE_MISSING {
        @Override
        void write(Path file, String text, Random random) throws IOException {
            int begin = text.indexOf("vrrp_instance");
            int end = text.indexOf("\n}\n", begin) + 3;
            Files.writeString(
                    file, text.substring(0, begin) + "include gone.conf\n" + text.substring(end));
        }
    },
    INCLUDE_IS_A_FOLDER {
        @Override
        void write(Path file, String text, Random random) throws IOException {
            int begin = text.indexOf("vrrp_instance");
            int end = text.indexOf("\n}\n", begin) + 3;
            String folder = file.getParent().toString();
            Files.writeString(
                    file,
                    text.substring(0, begin) + "include " + folder + "\n" + text.substring(end));
        }
    };

    /** Writes the file, or removes it, so that what the text says is not all there. */
    abstract void write(Path file, String text, Random random) throws IOException;
}
