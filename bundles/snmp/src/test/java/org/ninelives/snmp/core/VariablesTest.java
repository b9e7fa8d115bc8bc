package org.ninelives.snmp.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ninelives.snmp.wire.Oid;
import org.ninelives.snmp.wire.SearchRange;
import org.ninelives.snmp.wire.Value;
import org.ninelives.snmp.wire.VarBind;

class VariablesTest {

    private static final Oid COLUMN = Oid.of("1.3.5.1");
    private final Variables variables = variables();

    private static Variables variables() {
        Variables.Builder builder = new Variables.Builder();
        builder.scalar(Oid.of("1.3.4"), Value.text("name"));
        builder.object(COLUMN);
        builder.put(COLUMN.plus(-1), Value.number(3));
        builder.put(COLUMN.plus(10), Value.number(2));
        builder.put(COLUMN.plus(9), Value.number(1));
        return builder.build();
    }

    private Optional<VarBind> first(String start, boolean include, Oid end) {
        return variables.first(new SearchRange(Oid.of(start), include, end));
    }

    @Test
    void numbersAreOrderedWithoutSign() {
        assertThat(first("1.3.5.1.9", false, Oid.NONE))
                .contains(new VarBind(COLUMN.plus(10), Value.number(2)));
        assertThat(first("1.3.5.1.10", false, Oid.NONE))
                .contains(new VarBind(Oid.of("1.3.5.1.4294967295"), Value.number(3)));
        assertThat(first("1.3.5.1.4294967295", false, Oid.NONE)).isEmpty();
    }

    @Test
    void theStartCountsWhereItIsIncluded() {
        assertThat(first("1.3.5.1.9", true, Oid.NONE))
                .contains(new VarBind(COLUMN.plus(9), Value.number(1)));
    }

    @Test
    void theEndIsNotReached() {
        assertThat(first("1.3.4", false, COLUMN).map(VarBind::name)).contains(Oid.of("1.3.4.0"));
        assertThat(first("1.3.4.0", false, COLUMN)).isEmpty();
    }

    @Test
    void whatIsNotThereSaysWhy() {
        assertThat(variables.get(COLUMN.plus(9))).isEqualTo(Value.number(1));
        assertThat(variables.get(COLUMN.plus(1)))
                .isEqualTo(Value.nothing(Value.Reason.NO_SUCH_INSTANCE));
        assertThat(variables.get(Oid.of("1.3.5.2.1")))
                .isEqualTo(Value.nothing(Value.Reason.NO_SUCH_OBJECT));
        assertThat(variables.get(Oid.of("1.3.4")))
                .isEqualTo(Value.nothing(Value.Reason.NO_SUCH_INSTANCE));
    }
}
