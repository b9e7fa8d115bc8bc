package org.ninelives.api.system;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Changes the routes of the machine, and watches those it added. Loop thread only. */
@ProviderType
public interface Routes {

    /**
     * Makes the changes in their order, in as few system calls as they fit in. A refused change
     * does not stop the others.
     *
     * @return the refused changes
     */
    List<RouteFailure> apply(List<RouteChange> changes);

    /**
     * Begins to watch the routes that this loop added, earlier or from now on. The loss of a route
     * is told once; after that it counts as removed.
     *
     * @throws SystemException if rtnetlink refuses
     */
    void watch(RouteListener listener) throws SystemException;

    /**
     * Those of these routes that are in the kernel's tables now, whoever added them, such as those
     * an earlier run left behind.
     *
     * @throws SystemException if rtnetlink refuses the list
     */
    List<Route> present(List<Route> routes) throws SystemException;
}
