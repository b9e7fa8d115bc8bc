package org.ninelives.config.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.config.language.Reading.problems;
import static org.ninelives.config.language.Reading.tree;

import org.junit.jupiter.api.Test;

class ConditionsTest {

    @Test
    void aLineIsForTheNodeWhoseIdItNames() {
        assertThat(tree("@one a", "@two b", "@on c", "@^one d", "@^two e", "@one", "f"))
                .containsExactly("a", "e", "f");
    }

    @Test
    void aConditionMayGuardADefinition() {
        assertThat(tree("@one $A=1", "@two $A=2", "x $A")).containsExactly("x 1");
    }

    @Test
    void aConditionMayGuardABlock() {
        assertThat(tree("a {", "@two b", "@one c", "@one }")).containsExactly("a {", " c");
    }

    @Test
    void twoConditionsMustBothHold() {
        assertThat(tree("@one @^two a", "@one @two b")).containsExactly("a");
    }

    @Test
    void aConditionMayGuardAnInclude() {
        FakeFiles files =
                new FakeFiles()
                        .file(Reading.FILE, "@one include one.conf", "@two include two.conf")
                        .file("one.conf", "a")
                        .file("two.conf", "b");
        assertThat(tree(Reading.read(files))).containsExactly("a");
        assertThat(files.reads()).containsExactly("keepalived.conf", "one.conf");
    }

    @Test
    void anIdIsNeeded() {
        assertThat(problems("@ a", "b"))
                .containsExactly(
                        "keepalived.conf:1: @: the configuration id is missing; the line is"
                                + " ignored");
    }

    @Test
    void theHostNameUpToItsFirstDotIsTheId() {
        assertThat(Environment.firstLabel("one.example.org")).isEqualTo("one");
        assertThat(Environment.firstLabel("one")).isEqualTo("one");
        assertThat(Environment.firstLabel("")).isEmpty();
    }
}
