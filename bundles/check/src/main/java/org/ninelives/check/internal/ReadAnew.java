package org.ninelives.check.internal;

import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * Asks the daemon to read the configuration that runs once more, by the grammars that are there
 * now. Without a daemon, as before the start is complete, nobody needs it.
 */
record ReadAnew(BundleContext context) implements Runnable {

    private static final String FILTER = "(ninelives.request=read-anew)";

    @Override
    public void run() {
        try {
            for (ServiceReference<Runnable> reference :
                    context.getServiceReferences(Runnable.class, FILTER)) {
                Runnable request = context.getService(reference);
                if (request != null) {
                    request.run();
                    context.ungetService(reference);
                }
            }
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
