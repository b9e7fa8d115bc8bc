package org.ninelives.snmp.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninelives.snmp.wire.Oid;
import org.ninelives.snmp.wire.Packet;
import org.ninelives.snmp.wire.Pdu;
import org.ninelives.snmp.wire.SearchRange;
import org.ninelives.snmp.wire.Value;
import org.ninelives.snmp.wire.VarBind;

class ResponderTest {

    private static final Oid COLUMN = Oid.of("1.3.1");
    private static final Oid END = Oid.of("1.4");

    private final List<String> done = new ArrayList<>();
    private final Responder responder = new Responder(this::variables, () -> {});

    private Variables variables() {
        Variables.Builder builder = new Variables.Builder();
        builder.object(COLUMN);
        for (int row = 1; row <= 3; row++) {
            builder.put(COLUMN.plus(row), Value.number(row * 10));
        }
        builder.settable(COLUMN.plus(1), new NotingSetter());
        return builder.build();
    }

    /** Takes numbers below 100, and fails to become 99. */
    private final class NotingSetter implements Setter {

        @Override
        public SetResult test(Value value) {
            if (!(value instanceof Value.Int number)) {
                return SetResult.WRONG_TYPE;
            }
            return number.number() < 100 ? SetResult.DONE : SetResult.WRONG_VALUE;
        }

        @Override
        public SetResult commit(Value value) {
            done.add("commit " + value);
            return value.equals(Value.number(99)) ? SetResult.COMMIT_FAILED : SetResult.DONE;
        }

        @Override
        public void undo() {
            done.add("undo");
        }
    }

    private Pdu answer(Pdu pdu) {
        return responder.answer(new Packet(1, 5, 9, pdu)).orElseThrow().pdu();
    }

    private static SearchRange from(Oid start) {
        return new SearchRange(start, false, END);
    }

    private static VarBind row(int row) {
        return new VarBind(COLUMN.plus(row), Value.number(row * 10));
    }

    private static VarBind endAt(Oid name) {
        return new VarBind(name, Value.nothing(Value.Reason.END_OF_MIB_VIEW));
    }

    private static Pdu response(VarBind... variables) {
        return Pdu.Response.of(List.of(variables));
    }

    @Test
    void anAnswerHasTheNumbersOfItsQuestion() {
        assertThat(responder.answer(new Packet(1, 5, 9, new Pdu.Ping())))
                .contains(new Packet(1, 5, 9, response()));
    }

    @Test
    void nextGoesThroughAllAndEnds() {
        assertThat(answer(new Pdu.GetNext(List.of(from(COLUMN), from(COLUMN.plus(3))))))
                .isEqualTo(response(row(1), endAt(COLUMN.plus(3))));
    }

    @Test
    void bulkRepeatsUntilAllHaveEnded() {
        assertThat(
                        answer(
                                new Pdu.GetBulk(
                                        1,
                                        10,
                                        List.of(from(COLUMN), from(COLUMN.plus(1)), from(COLUMN)))))
                .isEqualTo(
                        response(
                                row(1),
                                row(2),
                                row(1),
                                row(3),
                                row(2),
                                endAt(COLUMN.plus(3)),
                                row(3),
                                endAt(COLUMN.plus(3)),
                                endAt(COLUMN.plus(3))));
    }

    @Test
    void bulkStopsWhereThereAreNoRepetitionsLeft() {
        assertThat(answer(new Pdu.GetBulk(0, 2, List.of(from(COLUMN)))))
                .isEqualTo(response(row(1), row(2)));
        assertThat(answer(new Pdu.GetBulk(0, 0, List.of(from(COLUMN))))).isEqualTo(response());
    }

    @Test
    void aSetIsTestedThenDone() {
        VarBind wanted = new VarBind(COLUMN.plus(1), Value.number(50));

        assertThat(answer(new Pdu.TestSet(List.of(wanted)))).isEqualTo(response());
        assertThat(done).isEmpty();
        assertThat(answer(new Pdu.Settle(Pdu.Settling.COMMIT))).isEqualTo(response());
        assertThat(done).containsExactly("commit Int[number=50]");
        assertThat(responder.answer(new Packet(1, 5, 9, new Pdu.Settle(Pdu.Settling.CLEANUP))))
                .isEmpty();
        assertThat(answer(new Pdu.Settle(Pdu.Settling.COMMIT))).isEqualTo(response());
        assertThat(done).hasSize(1);
    }

    @Test
    void whatMayNotBeSaysWhichVariableAndWhy() {
        VarBind good = new VarBind(COLUMN.plus(1), Value.number(50));

        assertThat(answer(new Pdu.TestSet(List.of(good, row(2)))))
                .isEqualTo(Pdu.Response.failed(17, 2));
        assertThat(answer(new Pdu.TestSet(List.of(new VarBind(good.name(), Value.text("x"))))))
                .isEqualTo(Pdu.Response.failed(7, 1));
        assertThat(answer(new Pdu.TestSet(List.of(new VarBind(good.name(), Value.number(300))))))
                .isEqualTo(Pdu.Response.failed(10, 1));
    }

    @Test
    void whatCouldNotBeDoneIsUndone() {
        answer(new Pdu.TestSet(List.of(new VarBind(COLUMN.plus(1), Value.number(99)))));

        assertThat(answer(new Pdu.Settle(Pdu.Settling.COMMIT)))
                .isEqualTo(Pdu.Response.failed(14, 1));
        assertThat(answer(new Pdu.Settle(Pdu.Settling.UNDO))).isEqualTo(response());
        assertThat(done).containsExactly("commit Int[number=99]", "undo");
    }
}
