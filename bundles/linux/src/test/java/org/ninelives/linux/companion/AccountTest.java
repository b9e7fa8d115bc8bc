package org.ninelives.linux.companion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.ninelives.linux.libc.Errno;
import org.ninelives.linux.netlink.NetlinkWriter;
import org.ninelives.linux.safeguard.Undo;

class AccountTest {

    private static final int RTM_NEWLINK = 16;
    private static final int RTM_DELLINK = 17;
    private static final int RTM_DELADDR = 21;
    private static final int RTM_DELROUTE = 25;
    private static final int RTM_DELRULE = 33;

    private final Account account = new Account();

    @Test
    void thingsAreNamedAsOperatorsNameThem() {
        account.undone(message(RTM_DELADDR));
        account.undone(message(RTM_DELADDR));
        account.undone(message(RTM_DELROUTE));
        account.undone(message(RTM_DELRULE));
        account.undone(message(RTM_NEWLINK));
        account.undone(Undo.netfilter(writer(0)));
        account.undone(Undo.file("/proc/sys/net/x", "0"));
        account.undone(message(99));

        assertThat(account.words())
                .isEqualTo(
                        "taken back: 2 addresses, 1 route, 1 rule, 1 interface, 1 nftables table,"
                                + " 1 kernel setting, 1 other change");
    }

    @Test
    void aGroupIsToldByTheInterfacesInIt() {
        account.undone(message(RTM_NEWLINK));
        account.undone(message(RTM_DELLINK));

        assertThat(account.words()).isEqualTo("taken back: 1 interface");
    }

    @Test
    void whatWasGoneIsToldApartFromWhatWasRefused() {
        account.undone(message(RTM_DELADDR));
        account.failed(Errno.EADDRNOTAVAIL);
        account.failed(Errno.ENODEV);
        account.failed(Errno.EPERM);

        assertThat(account.words())
                .isEqualTo(
                        "taken back: 1 address; of these gone already: 2;"
                                + " refused by the kernel: 1 (EPERM)");
    }

    private static Undo message(int type) {
        return Undo.route(writer(type));
    }

    private static NetlinkWriter writer(int type) {
        return new NetlinkWriter(ByteBuffer.allocate(64)).begin(type, 0, 0).end();
    }
}
