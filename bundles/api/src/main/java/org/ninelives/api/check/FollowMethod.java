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

    /** What a finding means; not asked for {@link Finding#UNKNOWN}. Pure. */
    CheckResult judge(Finding finding);
}
