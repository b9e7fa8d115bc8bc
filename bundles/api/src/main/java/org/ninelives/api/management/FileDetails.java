package org.ninelives.api.management;

/** What is configured about a file that is tracked. */
public record FileDetails(
        @Description("Its place in the configuration, 1 for the first; 0 if it is not there")
                int place,
        @Description("Where it is") String path,
        @Description("Its own weight, which holds where whoever tracks it says none, -254..254")
                int weight,
        @Description("Whether the weight counts the other way round") boolean reverse) {

    /** One that is not there any more, for whoever still holds its bean. */
    public static FileDetails gone() {
        return new FileDetails(0, "", 0, false);
    }
}
