package org.ninelives.api.notify;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Has something to do before virtual addresses leave because the daemon stops. */
@ConsumerType
public interface StopHook {

    /**
     * The virtual routers are about to stop. Returns when that may happen, and limits by itself how
     * long that takes.
     *
     * @param masters those that are master, and the sync groups that are
     */
    void beforeStop(List<VrrpSubject> masters);
}
