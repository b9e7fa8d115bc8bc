package org.ninelives.vrrp.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ninelives.vrrp.settings.RoutingNames.Kind;

class NameTableTest {

    private final NameTable names = NameTable.wellKnown();

    @Test
    void commonNamesNeedNoFile() {
        assertThat(names.find(Kind.TABLE, "main")).hasValue(254);
        assertThat(names.find(Kind.PROTOCOL, "keepalived")).hasValue(18);
        assertThat(names.find(Kind.SCOPE, "nowhere")).hasValue(255);
        assertThat(names.find(Kind.DSFIELD, "EF")).hasValue(0xb8);
        assertThat(names.find(Kind.IP_PROTOCOL, "vrrp")).hasValue(112);
        assertThat(names.find(Kind.TABLE, "keepalived")).isEmpty();
    }

    @Test
    void caseDoesNotMatter() {
        assertThat(names.find(Kind.IP_PROTOCOL, "UDP")).hasValue(17);
        assertThat(names.find(Kind.DSFIELD, "af11")).hasValue(0x28);
    }

    @Test
    void aFileAddsNames() {
        NameTable with = names.with(Kind.TABLE, "# reserved\n\n 0x64\tblue # mine\n7 red\r\n");
        assertThat(with.find(Kind.TABLE, "blue")).hasValue(100);
        assertThat(with.find(Kind.TABLE, "red")).hasValue(7);
        assertThat(with.find(Kind.TABLE, "main")).hasValue(254);
        assertThat(names.find(Kind.TABLE, "blue")).isEmpty();
    }

    @Test
    void aFileChangesNumbers() {
        assertThat(names.with(Kind.REALM, "5 cosmos").find(Kind.REALM, "cosmos")).hasValue(5);
    }

    @Test
    void linesThatAreNotUnderstoodArePassedOver() {
        NameTable with = names.with(Kind.TABLE, "x blue\n5\nred 5\n99999999999999999999 far");
        assertThat(with.find(Kind.TABLE, "blue")).isEmpty();
        assertThat(with.find(Kind.TABLE, "far")).isEmpty();
        assertThat(with.find(Kind.TABLE, "5")).isEmpty();
    }

    @Test
    void protocolsHaveTheirNameFirstAndOthersAfterTheNumber() {
        NameTable with = names.with(Kind.IP_PROTOCOL, "pim\t103\tPIM-SM  sparse # routing\nbad");
        assertThat(with.find(Kind.IP_PROTOCOL, "pim")).hasValue(103);
        assertThat(with.find(Kind.IP_PROTOCOL, "pim-sm")).hasValue(103);
        assertThat(with.find(Kind.IP_PROTOCOL, "sparse")).hasValue(103);
        assertThat(with.find(Kind.IP_PROTOCOL, "bad")).isEmpty();
    }
}
