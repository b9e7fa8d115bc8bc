package org.ninelives.api.system;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Changes the routing rules of the machine, and watches those it added. Loop thread only. */
@ProviderType
public interface Rules {

    /**
     * Makes the changes in their order, in as few system calls as they fit in. A refused change
     * does not stop the others.
     *
     * @return the refused changes
     */
    List<RuleFailure> apply(List<RuleChange> changes);

    /**
     * Begins to watch the rules that this loop added, earlier or from now on. The loss of a rule is
     * told once; after that it counts as removed.
     *
     * @throws SystemException if rtnetlink refuses
     */
    void watch(RuleListener listener) throws SystemException;

    /**
     * Those of these rules that the kernel has now, whoever added them, such as those an earlier
     * run left behind.
     *
     * @throws SystemException if rtnetlink refuses the list
     */
    List<Rule> present(List<Rule> rules) throws SystemException;
}
