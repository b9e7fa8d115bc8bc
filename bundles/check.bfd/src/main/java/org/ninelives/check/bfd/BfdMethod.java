package org.ninelives.check.bfd;

import org.ninelives.api.check.CheckResult;
import org.ninelives.api.check.FollowMethod;
import org.ninelives.api.track.Finding;
import org.ninelives.api.track.TrackerKind;

/**
 * What a BFD session means for a server: it is up while the session is.
 *
 * @param tracker the name of the {@code bfd_instance}
 */
record BfdMethod(String tracker) implements FollowMethod {

    @Override
    public TrackerKind kind() {
        return TrackerKind.BFD;
    }

    @Override
    public CheckResult judge(Finding finding) {
        return switch (finding) {
            case Finding.Known.GOOD -> CheckResult.passed(session() + " is UP");
            case Finding.Known.BAD -> CheckResult.failed(session() + " is DOWN");
            case Finding.Value value -> CheckResult.passed(session() + " tells a number");
            case Finding.Known.UNKNOWN, Finding.Known.ABSENT ->
                    CheckResult.passed(session() + " cannot run, so it fails nothing");
        };
    }

    private String session() {
        return "BFD check of [" + tracker + "]";
    }
}
