package org.ninelives.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ninelives.api.ipvs.FwmarkRule;
import org.ninelives.api.ipvs.FwmarkTable;
import org.ninelives.api.ipvs.FwmarkTables;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.SystemException;

/** Which packets tables mark. */
public abstract class FwmarkTablesContract {

    /** A network namespace of the rig without any table. */
    protected static final String NAMESPACE = "nl-marks-" + ProcessHandle.current().pid();

    private static final String TABLE = "nl_marks";

    private static final FwmarkRule WEB = rule(TransportProtocol.TCP, "10.8.0.1", 80, 1000);
    private static final FwmarkRule DNS = rule(TransportProtocol.UDP, "10.8.0.1", 53, 1001);
    private static final FwmarkRule RANGE = range("10.8.0.2", "10.8.0.200", 80, 0xffff_fffeL);
    private static final FwmarkRule IPV6 = range("2001:db8::1", "2001:db8::ffff", 443, 1002);
    private static final FwmarkRule ALL_PORTS = rule(TransportProtocol.SCTP, "10.8.1.1", 0, 1003);

    private FwmarkTable table;

    /** Tables of a machine with a fresh {@link #NAMESPACE}. */
    protected abstract FwmarkTables tables() throws Exception;

    /** What is marked there by a table, in any order. */
    protected abstract List<FwmarkRule> marked(String table) throws Exception;

    @BeforeEach
    void open() throws Exception {
        table = tables().open(Optional.of(NAMESPACE), TABLE, -1);
    }

    @AfterEach
    void close() {
        if (table != null) {
            table.close();
        }
    }

    private static FwmarkRule rule(
            TransportProtocol protocol, String address, int port, long mark) {
        IpAddress only = IpAddress.of(address);
        return new FwmarkRule(protocol, only, only, port, mark);
    }

    private static FwmarkRule range(String first, String last, int port, long mark) {
        return new FwmarkRule(
                TransportProtocol.TCP, IpAddress.of(first), IpAddress.of(last), port, mark);
    }

    @Test
    void nothingIsMarkedBeforeThereAreRules() throws Exception {
        assertThat(marked(TABLE)).isEmpty();
        table.set(List.of());
        assertThat(marked(TABLE)).isEmpty();
    }

    @Test
    void rulesOfAllProtocolsAndFamiliesMark() throws Exception {
        table.set(List.of(WEB, DNS, RANGE, IPV6, ALL_PORTS));
        assertThat(marked(TABLE)).containsExactlyInAnyOrder(WEB, DNS, RANGE, IPV6, ALL_PORTS);
    }

    @Test
    void otherRulesTakeTheirPlace() throws Exception {
        table.set(List.of(WEB, IPV6));
        table.set(List.of(RANGE, WEB));
        assertThat(marked(TABLE)).containsExactlyInAnyOrder(RANGE, WEB);
        table.set(List.of(rule(TransportProtocol.TCP, "10.8.0.1", 80, 7)));
        assertThat(marked(TABLE)).containsExactly(rule(TransportProtocol.TCP, "10.8.0.1", 80, 7));
        table.set(List.of());
        assertThat(marked(TABLE)).isEmpty();
    }

    @Test
    void whatAnEarlierRunLeftIsReplaced() throws Exception {
        table.set(List.of(WEB, DNS));
        FwmarkTable later = tables().open(Optional.of(NAMESPACE), TABLE, -1);
        later.set(List.of(RANGE));
        assertThat(marked(TABLE)).containsExactly(RANGE);
        later.close();
    }

    @Test
    void closingRemovesTheTable() throws Exception {
        table.set(List.of(WEB, IPV6));
        table.close();
        table = null;
        assertThat(marked(TABLE)).isEmpty();
    }

    @Test
    void rulesWithPacketsInCommonAreRefusedAndNothingChanges() throws Exception {
        table.set(List.of(WEB));
        assertThat(refusal(List.of(RANGE, range("10.8.0.100", "10.8.0.101", 80, 7))))
                .isEqualTo("EEXIST");
        assertThat(
                        refusal(
                                List.of(
                                        rule(TransportProtocol.TCP, "10.8.0.9", 0, 7),
                                        rule(TransportProtocol.TCP, "10.8.0.9", 80, 8))))
                .isEqualTo("EEXIST");
        assertThat(refusal(List.of(WEB, rule(TransportProtocol.TCP, "10.8.0.1", 80, 7))))
                .isEqualTo("EEXIST");
        assertThat(marked(TABLE)).containsExactly(WEB);
    }

    private String refusal(List<FwmarkRule> rules) {
        return Assertions.catchThrowableOfType(SystemException.class, () -> table.set(rules))
                .errno();
    }

    @Test
    void thousandsOfAddressesAreMarked() throws Exception {
        Function<Integer, FwmarkRule> rule =
                i -> rule(TransportProtocol.TCP, "10.9." + i / 250 + "." + i % 250, 80, 1000);
        Stream<FwmarkRule> rules = IntStream.range(0, 2000).boxed().map(rule);
        table.set(rules.toList());
        assertThat(marked(TABLE)).hasSize(2000);
    }
}
