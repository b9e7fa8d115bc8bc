package org.ninelives.api.management;

import java.util.List;

/** What is configured about processes that are tracked. */
public record ProcessDetails(
        @Description("Its place in the configuration, 1 for the first; 0 if it is not there")
                int place,
        @Description("The program, or its name where names are compared") String program,
        @Description("The parameters that are compared") List<String> parameters,
        @Description("How they are: NONE, EXACT, PARTIAL or INITIAL") String parameterMatch,
        @Description("Whether command lines are compared, and not names") boolean fullCommand,
        @Description("How many must run at least, 0..65535") int quorum,
        @Description("How many may run at most, 0..65535; -1 for any number") int quorumMax,
        @Description("How long a change that a fork brought must last to count, microseconds")
                long forkDelayMicros,
        @Description("How long a change that an end brought must last to count, microseconds")
                long terminateDelayMicros,
        @Description("Its own weight, which holds where whoever tracks it says none, -254..254")
                int weight,
        @Description("Whether good counts as bad, and bad as good") boolean reverse) {

    /** One that is not there any more, for whoever still holds its bean. */
    public static ProcessDetails gone() {
        return new ProcessDetails(0, "", List.of(), "NONE", false, 0, -1, 0, 0, 0, false);
    }
}
