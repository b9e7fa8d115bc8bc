package org.ninelives.linux.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.ninelives.api.ipvs.FwmarkRule;
import org.ninelives.api.ipvs.FwmarkTable;
import org.ninelives.api.ipvs.FwmarkTables;
import org.ninelives.api.ipvs.TransportProtocol;
import org.ninelives.api.net.IpAddress;
import org.ninelives.testkit.contract.FwmarkTablesContract;

@Tag("kernel")
class KernelFwmarkTablesContractTest extends FwmarkTablesContract {

    /** {@code 10.8.0.2-10.8.0.200 . 80 : 0x000003e8}, as nft(8) lists an element. */
    private static final Pattern ELEMENT =
            Pattern.compile("([0-9a-f.:]+)(?:-([0-9a-f.:]+))? \\. ([0-9-]+) : 0x([0-9a-f]+)");

    private static final Pattern MAP =
            Pattern.compile("map (\\w+)_map \\{.*?\\n\\t\\}", Pattern.DOTALL);

    private boolean made;

    @Override
    protected FwmarkTables tables() throws Exception {
        if (!made) {
            assumeTrue(
                    run("ip", "netns", "add", NAMESPACE).isEmpty(),
                    "'ip netns add' is refused (kernel tests need CAP_SYS_ADMIN)");
            made = true;
        }
        return new LinuxFwmarkTables();
    }

    @AfterEach
    void removeNamespace() throws Exception {
        if (made) {
            run("ip", "netns", "delete", NAMESPACE);
        }
    }

    private static String run(String... words) throws IOException {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String rules() throws IOException {
        return run("ip", "netns", "exec", NAMESPACE, "nft", "list", "ruleset");
    }

    @Override
    protected List<FwmarkRule> marked(String table) throws Exception {
        List<FwmarkRule> rules = new ArrayList<>();
        Matcher map = MAP.matcher(rules());
        while (map.find()) {
            TransportProtocol protocol =
                    TransportProtocol.valueOf(map.group(1).toUpperCase(Locale.ROOT));
            Matcher element = ELEMENT.matcher(map.group());
            while (element.find()) {
                rules.add(rule(protocol, element));
            }
        }
        return rules;
    }

    private static FwmarkRule rule(TransportProtocol protocol, Matcher element) {
        IpAddress first = IpAddress.of(element.group(1));
        return new FwmarkRule(
                protocol,
                first,
                element.group(2) == null ? first : IpAddress.of(element.group(2)),
                element.group(3).equals("0-65535") ? 0 : Integer.parseInt(element.group(3)),
                Long.parseLong(element.group(4), 16));
    }

    @Test
    void theTableReadsAsTheFieldKnowsIt() throws Exception {
        try (FwmarkTable table = tables().open(Optional.of(NAMESPACE), "keepalived_ipvs", -1)) {
            IpAddress address = IpAddress.of("10.8.1.1");
            table.set(
                    List.of(
                            new FwmarkRule(TransportProtocol.UDP, address, address, 53, 1001),
                            new FwmarkRule(TransportProtocol.TCP, address, address, 53, 1002)));
            // As 'nft list ruleset' shows it after keepalived 2.2.7 with nftables_ipvs.
            assertThat(rules())
                    .isEqualTo(
                            """
                            table ip keepalived_ipvs {
                            	map udp_map {
                            		type ipv4_addr . inet_service : mark
                            		flags interval
                            		elements = { 10.8.1.1 . 53 : 0x000003e9 }
                            	}

                            	map tcp_map {
                            		type ipv4_addr . inet_service : mark
                            		flags interval
                            		elements = { 10.8.1.1 . 53 : 0x000003ea }
                            	}

                            	chain in {
                            		type filter hook input priority filter - 1; policy accept;
                            		meta mark set ip daddr . udp dport map @udp_map return
                            		meta mark set ip daddr . tcp dport map @tcp_map return
                            	}
                            }
                            """);
        }
    }
}
