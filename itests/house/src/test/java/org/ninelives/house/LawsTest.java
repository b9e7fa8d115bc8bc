package org.ninelives.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiled bundles keep each law, and a small house that breaks it is caught. */
class LawsTest {

    private static final JavaClasses BUNDLES =
            new ClassFileImporter().importPaths(House.classFolders());

    private static final JavaClasses FIXTURE =
            new ClassFileImporter().importPackages("org.ninelives.house.fixture");

    static Stream<Arguments> laws() {
        return Stream.of(
                law("rings", Laws::rings, "alpha.KnowsBeta"),
                law("rings from below", Laws::rings, "config.KnowsApi"),
                law("purity", Laws::purity, "vrrp.core.ReadsFile"),
                law("time is an argument", Laws::timeIsAnArgument, "vrrp.core.ReadsClock"),
                law("native code", Laws::nativeCode, "alpha.LoadsNativeCode"));
    }

    private static Arguments law(String name, Function<Laws, ArchRule> law, String culprit) {
        return Arguments.of(Named.of(name, law), culprit);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void theBundlesKeepTheLaw(Function<Laws, ArchRule> law, String culprit) {
        law.apply(new Laws("org.ninelives")).check(BUNDLES);
    }

    @ParameterizedTest
    @MethodSource("laws")
    void whoBreaksTheLawIsNamed(Function<Laws, ArchRule> law, String culprit) {
        ArchRule rule = law.apply(new Laws("org.ninelives.house.fixture"));

        assertThatThrownBy(() -> rule.check(FIXTURE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(culprit);
    }

    @Test
    void everyBundleIsLookedAt() {
        assertThat(House.bundleFolders()).hasSizeGreaterThanOrEqualTo(6);
        assertThat(BUNDLES.contain("org.ninelives.config.Statement")).isTrue();
        assertThat(BUNDLES.contain("org.ninelives.daemon.DaemonComponent")).isTrue();
    }
}
