package org.ninelives.ctl;

import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the product. */
final class ProductVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = ProductVersion.class.getPackage().getImplementationVersion();
        return new String[] {"ninelivesctl " + (version == null ? "unknown" : version)};
    }
}
