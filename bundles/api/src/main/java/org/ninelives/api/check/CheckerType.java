package org.ninelives.api.check;

import java.util.List;
import org.ninelives.config.grammar.BlockGrammar;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One kind of health check, such as {@code TCP_CHECK}. Publish one in the service registry and its
 * keyword is known in {@code real_server} from the next load on. When it leaves the registry, the
 * servers it has checked keep their last state and say so.
 *
 * <p>A checker tells how one look at a server goes; when to look, how often to look again, what
 * follows from it, and on which thread, is not its concern.
 */
@ConsumerType
public interface CheckerType {

    /** The keyword, upper case by custom: {@code TCP_CHECK}. */
    String keyword();

    /** One sentence for manuals. */
    String help();

    /**
     * The keywords in its block; those of {@link CheckKeywords} are among them where they apply:
     * {@link CheckKeywords#connecting} and {@link CheckKeywords#scheduled} join them to its own.
     */
    BlockGrammar grammar();

    /** What holds where neither the block nor the servers around it say anything. */
    default CheckDefaults defaults() {
        return CheckDefaults.USUAL;
    }

    /**
     * Reads one block. Pure: touches nothing, and does not wait.
     *
     * @return the checks it asks for, usually one; none if it cannot be used, which has then been
     *     reported to {@link CheckerBlock#problems}
     */
    List<Check> read(CheckerBlock block);
}
