package org.ninelives.api.management;

import java.util.List;

/** The configuration that runs, and how to change it. */
@Description("The configuration that runs, and how to change it")
@Notifies(NotificationType.RELOAD)
public interface ConfigurationMXBean {

    @Description("The configuration file")
    String getFile();

    @Description("The last load or reload: result, problems, changes")
    ReloadReport getLastReload();

    @Description(
            "Problems of the last load or reload, one line each: file:line: keyword: what is wrong")
    List<String> getLastProblems();

    @Description(
            "Effective configuration that runs, after includes, conditions, definitions and"
                    + " sequences; secrets are masked")
    String getEffective();

    @Description("What a reload would change; touches nothing")
    @Reads
    ReloadReport plan();

    @Description(
            "Reads the file again and applies the differences; a file with a configuration that"
                    + " cannot run changes nothing")
    ReloadReport reload();
}
