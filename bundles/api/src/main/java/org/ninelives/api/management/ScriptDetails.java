package org.ninelives.api.management;

/** What is configured about a script that is tracked. */
public record ScriptDetails(
        @Description("Its place in the configuration, 1 for the first; 0 if it is not there")
                int place,
        @Description("Its command, each word in quotes") String command,
        @Description("From one run to the next, milliseconds") long intervalMillis,
        @Description("Successes in a row before it counts as good, 1 or more") int rise,
        @Description("Failures in a row before it counts as bad, 1 or more") int fall,
        @Description("Its own weight, which holds where whoever tracks it says none, -253..253")
                int weight,
        @Description("Whether good counts as bad, and bad as good") boolean reverse) {

    /** One that is not there any more, for whoever still holds its bean. */
    public static ScriptDetails gone() {
        return new ScriptDetails(0, "", 0, 1, 1, 0, false);
    }
}
