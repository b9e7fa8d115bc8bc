package org.ninelives.ctl.output;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Records, lists and maps as JSON: names of fields are those of the beans. */
public final class Json {

    private static final Gson PRETTY =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();
    private static final Gson LINE =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private Json() {}

    /** On many lines. */
    public static String pretty(Object value) {
        return PRETTY.toJson(value);
    }

    /** On one line, for a stream of them. */
    public static String line(Object value) {
        return LINE.toJson(value);
    }
}
