package org.ninelives.api.management;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears of the beans of a {@link BeanSource}, by one thread at a time: who tells it waits. */
@ConsumerType
public interface BeanListener {

    /** A bean is there from now on. */
    void added(Bean<?> bean);

    /** A bean that was added is there no more. */
    void removed(Bean<?> bean);
}
