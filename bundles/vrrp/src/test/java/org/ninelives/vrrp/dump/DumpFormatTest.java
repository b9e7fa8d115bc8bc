package org.ninelives.vrrp.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ninelives.api.management.VrrpCounters;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.vrrp.core.RouterSettings;
import org.ninelives.vrrp.core.State;
import org.ninelives.vrrp.settings.InstanceKey;
import org.ninelives.vrrp.settings.InstanceSettings;
import org.ninelives.vrrp.settings.VirtualAddress;
import org.ninelives.vrrp.wire.AdvertFormat;

/**
 * What exporters of metrics go by. They cut lines at {@code =} and {@code :}, tell things, what is
 * said of them and lists by one, three and five blanks, and read the JSON by the names of members.
 */
class DumpFormatTest {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final Pattern COUNT = Pattern.compile("( {2}| {4})[A-Z][A-Za-z ]*: \\d+");
    private static final Pattern HEADING = Pattern.compile(" {2}[A-Z][A-Za-z ]*:");

    @Test
    void statisticsAreNamesHeadingsAndCounts() {
        List<String> lines = StatsText.of(List.of(view("VI_1", State.MASTER)));

        assertThat(lines.getFirst()).isEqualTo("VRRP Instance: VI_1");
        assertThat(lines.subList(1, lines.size()))
                .allMatch(line -> COUNT.matcher(line).matches() || HEADING.matcher(line).matches());
        assertThat(lines)
                .hasSize(19)
                .containsSubsequence(
                        "  Advertisements:",
                        "    Received: 1",
                        "    Sent: 2",
                        "  Became master: 3",
                        "  Released master: 4",
                        "  Packet Errors:",
                        "    Length: 5",
                        "    TTL: 7",
                        "    Invalid Type: 9",
                        "    Advertisement Interval: 6",
                        "    Address List: 10",
                        "  Authentication Errors:",
                        "    Invalid Type: 11",
                        "    Type Mismatch: 12",
                        "    Failure: 13",
                        "  Priority Zero:",
                        "    Received: 21",
                        "    Sent: 22");
    }

    @Test
    void whatIsSaidOfAnInstanceIsFoundByItsLabels() {
        List<String> lines =
                InstanceText.of(
                        List.of(view("VI_1", State.MASTER)), Map.of("VI_1", "G"), ZoneOffset.UTC);

        assertThat(lines.getFirst()).isEqualTo(" VRRP Instance = VI_1");
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.startsWith("   "));
        assertThat(lines)
                .contains(
                        "   VRRP Version = 2",
                        "   Sync group = G",
                        "   State = MASTER",
                        "   Wantstate = MASTER",
                        "   Interface = eth0",
                        "   Gratuitous ARP delay = 5",
                        "   Virtual Router ID = 51",
                        "   Priority = 100",
                        "   Effective priority = 110",
                        "   Advert interval = 1 sec",
                        "   Master down timer = 3570312 usecs",
                        "   Last transition = 1795278766.674000 (Sat Nov 21 16:32:46.674000 2026)",
                        "   Read timeout = DISABLED",
                        "   Virtual IP (1):",
                        "     10.77.0.44/24 dev eth0 scope global set");
    }

    @Test
    void onlyAMastersAddressesAreSet() {
        assertThat(InstanceText.of(List.of(view("VI_1", State.BACKUP)), Map.of(), ZoneOffset.UTC))
                .contains("     10.77.0.44/24 dev eth0 scope global")
                .doesNotContain("   Sync group = G");
    }

    @Test
    void jsonHasNumbersWhereNumbersAreRead() {
        String json = new InstanceJson(name -> name).of(view("VI_1", State.MASTER)).toString();

        assertThat(json)
                .startsWith("{\"data\":{\"iname\":\"VI_1\",\"dont_track_primary\":0,")
                .contains(
                        "\"ifp_ifname\":\"eth0\",",
                        "\"last_transition\":1795278766.674000,",
                        "\"garp_delay\":5,",
                        "\"vrid\":51,\"base_priority\":100,\"effective_priority\":110,",
                        "\"vipset\":true,",
                        "\"adver_int\":1,",
                        "\"state\":2,\"wantstate\":2,\"version\":2,",
                        "\"vips\":[\"10.77.0.44/24 dev eth0 scope global set\"],\"auth_type\":0},",
                        "\"stats\":{\"advert_rcvd\":1,\"advert_sent\":2,\"become_master\":3,")
                .doesNotContain("evips", "track_ifp", "auth_data");
    }

    private static InstanceView view(String name, State state) {
        IpPrefix prefix = IpPrefix.of("10.77.0.44/24");
        InstanceSettings settings =
                InstanceSettings.of(
                        name,
                        new InstanceKey(
                                Optional.of(new InterfaceName("eth0")),
                                51,
                                IpAddress.Family.IPV4,
                                Optional.of(IpAddress.of("224.0.0.18")),
                                0),
                        RouterSettings.of(2, 100, SECOND_NANOS),
                        AdvertFormat.multicast(2, 51, SECOND_NANOS, List.of(prefix.address())),
                        List.of(VirtualAddress.of(prefix)));
        return new InstanceView(
                settings,
                state,
                110,
                -1,
                SECOND_NANOS,
                OptionalLong.empty(),
                1_795_278_766_674L,
                3,
                Optional.of(IpAddress.of("10.77.0.1")),
                0,
                0,
                new VrrpCounters(
                        1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
                        22));
    }
}
