package org.ninelives.api.management;

/** A file whose number decides about priorities. */
@Description("A file whose number decides about priorities")
@Notifies(NotificationType.TRACKER)
public interface FileTrackerMXBean extends TrackerMXBean {

    @Description("What is configured about it")
    FileDetails getDetails();
}
