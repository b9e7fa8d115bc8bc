package org.ninelives.labs;

import java.util.ArrayList;
import java.util.List;

/** What the assembled product says to options that answer and end. */
final class Answer {

    private Answer() {}

    static Finished of(String... options) {
        List<String> command = new ArrayList<>(Implementation.NINELIVES.program());
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return Command.finish(builder, "");
    }
}
