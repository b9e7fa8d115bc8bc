package org.ninelives.dropin.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ninelives.api.check.Check;
import org.ninelives.api.check.CheckerBlock;
import org.ninelives.api.check.CheckerType;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.dropin.engine.FolderRig;
import org.ninelives.dropin.engine.TestJar;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;

class ProvidedTest {

    @TempDir private Path base;
    private FolderRig rig;
    private Provided<CheckerType> checkers;

    private record Checker(String name) implements CheckerType {

        @Override
        public String keyword() {
            if (name.isEmpty()) {
                throw new IllegalStateException("broken");
            }
            return name;
        }

        @Override
        public String help() {
            return "";
        }

        @Override
        public BlockGrammar grammar() {
            return BlockGrammar.of(List.of());
        }

        @Override
        public List<Check> read(CheckerBlock block) {
            return List.of();
        }
    }

    @BeforeEach
    void open() throws Exception {
        rig = new FolderRig(base, false);
        TestJar.named("a").write(rig.file("a.jar"));
        TestJar.named("b").write(rig.file("b.jar"));
        rig.start();
        checkers = Provided.checkers(rig.framework.getBundleContext());
        checkers.open();
    }

    @AfterEach
    void close() throws Exception {
        checkers.close();
        rig.close();
    }

    @Test
    void keywordsAreThoseOfTheServicesOfTheBundleInAlphabeticalOrder() {
        register("a", "X_CHECK");
        register("a", "A_CHECK");
        register("b", "B_CHECK");

        assertThat(checkers.by(bundle("a"))).containsExactly("A_CHECK", "X_CHECK");
        assertThat(checkers.by(bundle("b"))).containsExactly("B_CHECK");
        assertThat(checkers.standingBy(bundle("a"))).isEmpty();
    }

    @Test
    void ofTwoWithOneKeywordTheSecondStandsByUntilTheFirstGoes() {
        ServiceRegistration<CheckerType> first = register("b", "X_CHECK");
        register("a", "X_CHECK");
        assertThat(checkers.standingBy(bundle("a")))
                .containsExactly("its X_CHECK stands by, as that of b goes on");
        assertThat(checkers.standingBy(bundle("b"))).isEmpty();

        first.unregister();
        assertThat(checkers.standingBy(bundle("a"))).isEmpty();
        assertThat(checkers.by(bundle("b"))).isEmpty();
    }

    @Test
    void oneThatDoesNotTellItsKeywordBringsNone() {
        register("a", "");

        assertThat(checkers.by(bundle("a"))).isEmpty();
    }

    private ServiceRegistration<CheckerType> register(String bundle, String keyword) {
        return bundle(bundle)
                .getBundleContext()
                .registerService(CheckerType.class, new Checker(keyword), null);
    }

    private Bundle bundle(String name) {
        return rig.installer.installed(name + ".jar").orElseThrow().bundle();
    }
}
