package org.ninelives.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleException;

class MissingPackageTest {

    @Test
    void theInnermostRequirementIsWhatLacks() {
        BundleException failure =
                new BundleException(
                        "Unable to resolve a: missing requirement [a] osgi.wiring.package;"
                            + " (&(osgi.wiring.package=org.ninelives.b)(version>=0.1.0)) [caused"
                            + " by: Unable to resolve b: missing requirement [b]"
                            + " osgi.wiring.package; (osgi.wiring.package=org.ninelives.c)]",
                        BundleException.RESOLVE_ERROR);

        assertThat(MissingPackage.of(failure)).hasValue("org.ninelives.c");
    }

    @Test
    void whatFailsOtherwiseLacksNoPackage() {
        assertThat(
                        MissingPackage.of(
                                new BundleException(
                                        "osgi.wiring.package=x", BundleException.ACTIVATOR_ERROR)))
                .isEmpty();
        assertThat(
                        MissingPackage.of(
                                new BundleException(
                                        "missing requirement osgi.ee",
                                        BundleException.RESOLVE_ERROR)))
                .isEmpty();
    }
}
