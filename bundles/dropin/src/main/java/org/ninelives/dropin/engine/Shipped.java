package org.ninelives.dropin.engine;

import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** Tells the bundles of the product from those that were dropped in. */
public final class Shipped {

    /** How the launcher installs what is shipped. */
    private static final String LOCATION = "reference:file:";

    private Shipped() {}

    /** Whether a bundle is part of the product, the framework itself included. */
    public static boolean is(Bundle bundle) {
        return bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID
                || bundle.getLocation().startsWith(LOCATION);
    }

    /** The file that a bundle of the product was installed from; empty for others. */
    public static String file(Bundle bundle) {
        String location = bundle.getLocation();
        return location.startsWith(LOCATION) ? location.substring(LOCATION.length()) : "";
    }
}
