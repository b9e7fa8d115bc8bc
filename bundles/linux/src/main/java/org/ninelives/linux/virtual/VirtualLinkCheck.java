package org.ninelives.linux.virtual;

import static org.ninelives.api.net.IpAddress.Family.IPV4;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.MacAddress;
import org.ninelives.api.system.KernelSetting;
import org.ninelives.api.system.KernelSettings;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.SystemException;
import org.ninelives.api.system.VirtualLink;
import org.ninelives.api.system.VirtualLinkKind;
import org.ninelives.api.system.VirtualLinkReport;

/** Looks at a virtual interface with the eyes of someone who wonders why it does not answer. */
final class VirtualLinkCheck {

    private final LinkRequests requests;
    private final KernelSettings settings;
    private final VirtualLink expected;
    private final InterfaceName name;
    private final InterfaceName parentName;
    private final List<String> working = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    VirtualLinkCheck(LinkRequests requests, KernelSettings settings, VirtualLink expected) {
        this.requests = requests;
        this.settings = settings;
        this.expected = expected;
        name = expected.link().name();
        parentName = expected.parent().name();
    }

    VirtualLinkReport run(boolean transmit) {
        try {
            Optional<LinkDetails> there = requests.query(expected.link().index());
            if (there.isPresent()) {
                checkLink(there.get());
                checkSettings();
                if (transmit && expected.request().kind() instanceof VirtualLinkKind.Macvlan m) {
                    checkFrame(there.get().link(), m.mac());
                }
            } else {
                problems.add(name + " is gone: it was removed, or " + parentName + " was");
            }
        } catch (SystemException e) {
            problems.add(name + " cannot be looked at: " + e.getMessage());
        }
        return new VirtualLinkReport(working, problems);
    }

    private void checkLink(LinkDetails details) throws SystemException {
        report(
                details.link().up(),
                name + " is up",
                name + " is down: ip link set " + name + " up");
        Optional<LinkDetails> parent = requests.query(expected.parent().index());
        report(
                parent.filter(p -> p.link().usable()).isPresent(),
                parentName + " is up and has a carrier",
                parentName + " is down or has no carrier, so " + name + " hears nothing");
        boolean same =
                details.parentIndex() == expected.parent().index()
                        && VirtualLinkCodec.isOfKind(details, expected.request().kind());
        String mac = details.link().mac().toString();
        report(
                same,
                name + " has the Ethernet address " + mac,
                name
                        + " was changed, its Ethernet address is "
                        + mac
                        + ": ip link del "
                        + name
                        + ", and it will be made again");
    }

    /** An interface's own value and the one for all of them count together. */
    private void checkSettings() {
        List<Need> needs = new ArrayList<>(Need.ofParent(name, parentName));
        needs.addAll(Need.ofLink(name, expected.request().ipv6()));
        int before = problems.size();
        needs.forEach(this::checkSetting);
        checkArpFilter();
        if (problems.size() == before) {
            working.add(
                    "the kernel's settings let "
                            + name
                            + " alone answer ARP for the addresses on it, from its Ethernet"
                            + " address");
        }
    }

    private void checkSetting(Need need) {
        OptionalInt own = settings.read(need.setting());
        if (own.isEmpty()) {
            if (need.strength() != Need.Strength.IF_THERE) {
                problems.add(
                        "there is no "
                                + need.setting()
                                + " in this kernel, so "
                                + need.otherwise());
            }
            return;
        }
        KernelSetting forAll = forAll(need.setting());
        int all = strictestCounts(need.setting()) ? settings.read(forAll).orElse(0) : 0;
        int value = Math.max(own.getAsInt(), all);
        boolean more = need.strength() == Need.Strength.AT_LEAST;
        if (value == need.value() || (more && value > need.value())) {
            return;
        }
        KernelSetting guilty = value == own.getAsInt() ? need.setting() : forAll;
        problems.add(
                guilty
                        + " is "
                        + value
                        + ", so "
                        + need.otherwise()
                        + ": write "
                        + need.value()
                        + " to /proc/sys/"
                        + guilty);
    }

    /** Which settings the kernel takes the greatest of (IN_DEV_MAXCONF and IN_DEV_ORCONF). */
    private static boolean strictestCounts(KernelSetting setting) {
        return setting.path().startsWith("net/ipv4/");
    }

    private static KernelSetting forAll(KernelSetting setting) {
        String[] path = setting.path().split("/");
        path[3] = "all";
        return new KernelSetting(String.join("/", path));
    }

    private void checkArpFilter() {
        for (InterfaceName link : List.of(new InterfaceName("all"), name)) {
            KernelSetting filter = KernelSetting.of(IPV4, link, "arp_filter");
            if (settings.read(filter).orElse(0) != 0) {
                problems.add(
                        filter
                                + " is set, so "
                                + name
                                + " does not answer ARP where the route back leaves by "
                                + parentName
                                + ": write 0 to /proc/sys/"
                                + filter);
            }
        }
    }

    private void checkFrame(Link link, MacAddress mac) throws SystemException {
        Optional<LinkDetails> parent = requests.query(expected.parent().index());
        if (parent.isEmpty() || !link.up()) {
            return; // Told above.
        }
        report(
                FrameProbe.seen(link, parent.get().link(), mac),
                "a frame from " + mac + " leaves by " + parentName,
                "a frame from " + mac + " does not leave by " + parentName);
    }

    private void report(boolean good, String fine, String problem) {
        if (good) {
            working.add(fine);
        } else {
            problems.add(problem);
        }
    }
}
