package org.ninelives.api.access;

import java.util.List;
import javax.management.ObjectName;
import org.osgi.annotation.versioning.ProviderType;

/** Somebody who has logged in. Safe for use by several threads. */
@ProviderType
public interface User {

    /** Under which they logged in. */
    String name();

    /** Whether they may look; not when their role was taken from them since. */
    boolean mayRead();

    /** Whether they may act; their role may change at any time. */
    boolean mayAct();

    /**
     * Has a bean do something in the name of this user, with the rights of their role, as by JMX:
     * the audit tells who did what. Waits until it is done.
     *
     * @param operation there are never two of one name with as many parameters
     * @param arguments as text; numbers are read
     * @return what JMX clients would get: open data, or {@code null}
     * @throws RefusedException if they may not, if the bean refused, or if there is no such bean,
     *     operation or number; the message is for the user
     */
    Object invoke(ObjectName bean, String operation, List<String> arguments)
            throws RefusedException;
}
