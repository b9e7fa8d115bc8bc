package org.ninelives.config.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninelives.config.language.Reading.problems;
import static org.ninelives.config.language.Reading.read;
import static org.ninelives.config.language.Reading.tree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "~SEQ(i, 20, 23) $i|20 21 22 23",
                "~SEQ(i, 0x28, 4, 060) $i|40 44 48",
                "~SEQ(i,3) $i|1 2 3",
                "~SEQ(i,-1) $i|1 0 -1",
                "~SEQ(i,5,5) $i|5",
                "~SEQ(i,5,2) $i|5 4 3 2",
                "~SEQ(i,10,-5,-3) $i|10 5 0",
                "~SEQ(i,1,2,6) $i|1 3 5",
                "~SEQ( i , $FROM , ${TO} ) $i|2 3 4",
                "~SEQx(i,8,0x10) $i|8 9 a b c d e f 10",
                "~SEQx(i,254,256) fe80::${i}|fe80::fe fe80::ff fe80::100",
                "~LST(i,a,b c, \"d,e\") $i|a b c \"d,e\"",
                "~SEQ(i,1,2) ~SEQ(j,3,4) $i.${j}|$i.3 $i.4 $i.3 $i.4",
                "~SEQ(i,1,2) ~SEQ(j,$i,2) ${i}.$j|1.1 1.2 2.2",
                "~LST({a,b},{30,kd0},{31,kd1}) 10.77.0.$a dev $b|10.77.0.30 dev kd0 10.77.0.31 dev"
                        + " kd1",
                "~LST({a,b},{1},{,2}) ${a}-${b}|1- -2",
                "~LST(i,1,,3) x${i}|x1 x x3",
            })
    void aLineIsRepeated(String line, String lines) {
        assertThat(String.join(" ", tree("$FROM=2", "$TO=4", line))).isEqualTo(lines);
    }

    @Test
    void aVariableOfASequenceHidesADefinition() {
        assertThat(tree("$i=x", "~SEQ(i,1,2) a $i", "a $i")).containsExactly("a 1", "a 2", "a x");
    }

    @Test
    void aSequenceMayComeFromADefinition() {
        assertThat(tree("$ALL=~SEQ(i,1,2) 10.0.0.$i", "$ALL"))
                .containsExactly("10.0.0.1", "10.0.0.2");
    }

    @Test
    void aSequenceMayRepeatBlocksAndMultiLineDefinitions() {
        assertThat(tree("~SEQ(i,1,2) vrrp_instance V${i} { virtual_router_id $i }"))
                .isEqualTo(
                        tree(
                                "$V=\\",
                                "vrrp_instance V${n} { \\",
                                "virtual_router_id $n \\",
                                "}",
                                "~SEQ(n,1,2) $V"))
                .containsExactly(
                        "vrrp_instance V1 {",
                        " virtual_router_id 1",
                        "vrrp_instance V2 {",
                        " virtual_router_id 2");
    }

    @Test
    void repeatedLinesStandWhereTheSequenceStands() {
        assertThat(read("", "~SEQ(i,2) a").statements())
                .extracting(statement -> statement.position().line())
                .containsExactly(2, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "~SEQ(i,1,0,5) x|~SEQ: a step of 0 would never end",
                "~SEQ(i,1,-1,5) x|~SEQ: steps of -1 do not lead from 1 to 5",
                "~SEQ(i) x|~SEQ: takes (variable, end), (variable, start, end) or (variable, start,"
                        + " step, end)",
                "~SEQ(i,1,2,3,4) x|~SEQ: takes (variable, end), (variable, start, end) or"
                        + " (variable, start, step, end)",
                "~SEQ(i,a) x|~SEQ: 'a' is not a number",
                "~SEQ(i,08) x|~SEQ: '08' is not a number",
                "~SEQ(i,99999999999999) x|~SEQ: '99999999999999' is not a number in"
                        + " -1099511627776..1099511627776",
                "~SEQ(1,2) x|~SEQ: '1' is not the name of a variable",
                "~SEQx(i,-1,2) x|~SEQx: ~SEQx takes no numbers below 0",
                "~LST({a,b},{1,2,3}) x|~LST: {1,2,3} has 3 values for 2 variables",
            })
    void aWrongSequenceIsLeftOut(String line, String message) {
        ParsedConfiguration parsed = read(line, "y");
        assertThat(problems(parsed))
                .containsExactly("keepalived.conf:1: " + message + "; the line is left out");
        assertThat(tree(parsed)).containsExactly("y");
    }

    @Test
    void aSequenceNeedsItsClosingBracket() {
        assertThat(problems("~SEQ(i,1,2 x"))
                .contains("keepalived.conf:1: ~SEQ: its closing ) is missing");
    }
}
