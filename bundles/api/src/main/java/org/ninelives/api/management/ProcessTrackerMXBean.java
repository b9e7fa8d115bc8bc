package org.ninelives.api.management;

/** Processes whose number decides about priorities. */
@Description("Processes whose number decides about priorities")
@Notifies(NotificationType.TRACKER)
public interface ProcessTrackerMXBean extends TrackerMXBean {

    @Description("What is configured about them")
    ProcessDetails getDetails();
}
