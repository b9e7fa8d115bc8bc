package org.ninelives.api.management;

import java.util.List;

/** All that operators have set in place of the configuration. */
@Description("All that operators have set in place of the configuration")
@Notifies(NotificationType.OVERRIDE)
public interface OverridesMXBean {

    /** Help for the parameter that says what ends an override besides its time and people. */
    String LASTING = "UNTIL_RELOAD, UNTIL_RESTART or UNTIL_REVERTED; empty for UNTIL_RESTART";

    @Description("All overrides in the order in which they were set, beside what is configured")
    List<OverrideStatus> getOverrides();

    @Description("How many there are")
    int getCount();

    @Description("The file in which those that outlive a restart are kept")
    String getStateFile();

    @Description("Why the state file is not as it should be; empty if it is")
    String getStateFileProblem();

    @Description("Gives back what the configuration says; false if nothing was overridden")
    boolean revert(
            @Description("priority, standby, disabled, tracker-weight, weight or drain")
                    String kind,
            @Description("what is overridden, as the list calls it, such as VI_1") String subject);

    @Description("Ends all overrides; answers how many there were")
    int revertAll();
}
