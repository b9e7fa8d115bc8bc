package org.ninelives.track.process.core;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.ninelives.api.system.RunningProcess;

/** Which processes are meant. */
public sealed interface ProcessPattern {

    /** How much of a name the kernel keeps (TASK_COMM_LEN of linux/sched.h without the zero). */
    int NAME_BYTES_MAX = 15;

    boolean matches(RunningProcess process);

    /** As the operator knows it. */
    String words();

    /** The program, or the name where names are compared. */
    String program();

    /** The parameters, as far as they are compared. */
    List<String> parameters();

    /** How they are compared. */
    ParameterMatch match();

    /**
     * Those of a name, as ps(1) shows it with {@code -o comm}.
     *
     * @param name at most 15 bytes
     */
    record Name(String name) implements ProcessPattern {

        /** That of a program: its base name, as far as the kernel keeps it. */
        public static Name ofProgram(String path) {
            byte[] base = baseName(path).getBytes(StandardCharsets.UTF_8);
            int length = Math.min(NAME_BYTES_MAX, base.length);
            return new Name(new String(base, 0, length, StandardCharsets.UTF_8));
        }

        private static String baseName(String path) {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        @Override
        public boolean matches(RunningProcess process) {
            return name.equals(process.name());
        }

        @Override
        public String words() {
            return "name " + name;
        }

        @Override
        public String program() {
            return name;
        }

        @Override
        public List<String> parameters() {
            return List.of();
        }

        @Override
        public ParameterMatch match() {
            return ParameterMatch.NONE;
        }
    }

    /**
     * Those of a command line, as they were started.
     *
     * @param program its first word
     * @param parameters the others, as far as {@code match} compares them
     */
    record Command(String program, List<String> parameters, ParameterMatch match)
            implements ProcessPattern {

        public Command {
            parameters = List.copyOf(parameters);
        }

        @Override
        public boolean matches(RunningProcess process) {
            List<String> words = process.command();
            return !words.isEmpty()
                    && words.getFirst().equals(program)
                    && match.matches(parameters, words.subList(1, words.size()));
        }

        @Override
        public String words() {
            List<String> all = Stream.concat(Stream.of(program), parameters.stream()).toList();
            return "command " + String.join(" ", all) + ", parameters " + match;
        }
    }
}
