package org.ninelives.api.check;

import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;
import org.osgi.annotation.versioning.ConsumerType;

/** What a finding of something that is watched means for a server. A record, as it is compared. */
@ConsumerType
public interface FollowMethod {

    TrackerKind kind();

    /** The name of what is followed. */
    String tracker();

    /** What a value is multiplied by before it counts, for those who look; 0 for nothing. */
    default int factor() {
        return 0;
    }

    /** Whether it counts the other way round. */
    default boolean isReverse() {
        return false;
    }

    /** What a finding means; not asked for {@link Finding#UNKNOWN}. Pure. */
    CheckResult judge(Finding finding);
}
