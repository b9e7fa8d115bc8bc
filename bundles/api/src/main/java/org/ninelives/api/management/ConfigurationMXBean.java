package org.ninelives.api.management;

import java.util.List;

/** The configuration that runs, and how to change it. */
@Description("The configuration that runs, and how to change it")
@Notifies(NotificationType.RELOAD)
public interface ConfigurationMXBean {

    @Description("The configuration file")
    String getFile();

    @Description(
            "Hash of the configuration that runs: the same for the same text in the same files;"
                    + " another one in a plan tells that the files were edited")
    String getHash();

    @Description("The last load, reload or rollback: result, problems, changes")
    ReloadReport getLastReload();

    @Description(
            "Problems of the last load or reload, one line each: file:line: keyword: what is wrong")
    List<String> getLastProblems();

    @Description(
            "Effective configuration that runs, after includes, conditions, definitions and"
                    + " sequences; secrets are masked")
    String getEffective();

    @Description(
            "The last 32 loads, reloads and rollbacks, the latest first: number, time, result,"
                    + " duration, who asked, and which of them runs")
    List<HistoryEntry> getHistory();

    @Description(
            "When the next reload is due by reload_time_file, as ISO 8601 with the offset from UTC;"
                    + " empty for never")
    String getScheduledReload();

    @Description(
            "What an applied reload is watched for, and until when, before it is kept; empty while"
                    + " nothing is watched")
    String getGuard();

    @Description("What a reload would change; touches nothing")
    @Reads
    ReloadReport plan();

    @Description("What a reload would change, as text; touches nothing")
    @Reads
    String planText();

    // It is not for those who may only read: includes can name any file, and problems quote lines.
    @Description(
            "What a reload would change if this text stood in the configuration file; touches"
                    + " nothing")
    ReloadReport validate(
            @Description("The text of a configuration file; its includes are read from disk")
                    String text);

    @Description(
            "Reads the file again and applies the differences; a file with a configuration that"
                    + " cannot run changes nothing")
    ReloadReport reload();

    @Description(
            "Reloads if the files still hold what a plan showed, and refuses if they were edited"
                    + " since")
    ReloadReport reload(
            @Description("The hash of the plan, or the first 8 or more of its digits")
                    String expectedHash);

    @Description(
            "Reloads, and goes back by itself to what ran before if a condition comes true within"
                    + " the time")
    ReloadReport reloadGuarded(
            @Description(
                            "What must not happen, one or more words: fault (an instance goes to"
                                    + " FAULT), mastership (an instance that was MASTER is not when"
                                    + " the time is over), quorum (a virtual server loses its"
                                    + " quorum); fault and quorum when empty")
                    String condition,
            @Description("How long to watch, 1 to 3600 seconds") long seconds);

    @Description(
            "Goes back to the configuration that ran before the one that runs; touches no file, so"
                    + " the next reload reads the files again")
    ReloadReport rollback();

    @Description("Goes back to a configuration of the history; touches no file")
    ReloadReport rollback(@Description("The number of an entry that was applied") long number);
}
