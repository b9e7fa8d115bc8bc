package org.ninelives.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.ninelives.api.net.InterfaceName;
import org.ninelives.api.net.IpAddress;
import org.ninelives.api.system.KernelSetting;
import org.ninelives.api.system.KernelSettings;

/** What becomes of settings that are held. */
public abstract class KernelSettingsContract extends Contract {

    private static final KernelSetting ARP_IGNORE = setting("eth0", "arp_ignore");
    private static final KernelSetting ARP_FILTER = setting("eth0", "arp_filter");

    @Test
    void aValueIsHeldUntilItIsLetGo() throws Exception {
        rig.addLink("eth0");
        KernelSettings.Hold hold = hold(ARP_IGNORE, 1);
        assertThat(read(ARP_IGNORE)).hasValue(1);
        close(hold);
        assertThat(read(ARP_IGNORE)).hasValue(0);
    }

    @Test
    void theValueFromBeforeIsPutBack() throws Exception {
        rig.addLink("eth0");
        rig.set(ARP_IGNORE, 2);
        close(hold(ARP_IGNORE, 1));
        assertThat(read(ARP_IGNORE)).hasValue(2);
    }

    @Test
    void theLastOfSeveralPutsItBack() throws Exception {
        rig.addLink("eth0");
        KernelSettings.Hold first = hold(ARP_IGNORE, 1);
        KernelSettings.Hold second = hold(ARP_IGNORE, 1);
        close(first);
        close(first);
        assertThat(read(ARP_IGNORE)).hasValue(1);
        close(second);
        assertThat(read(ARP_IGNORE)).hasValue(0);
    }

    @Test
    void whatAnotherProgramChangedMeanwhileStays() throws Exception {
        rig.addLink("eth0");
        KernelSettings.Hold hold = hold(ARP_IGNORE, 1);
        rig.set(ARP_IGNORE, 2);
        close(hold);
        assertThat(read(ARP_IGNORE)).hasValue(2);
    }

    @Test
    void aSettingOfNoInterfaceIsRefused() throws Exception {
        KernelSetting none = setting("nowhere0", "arp_ignore");
        assertThat(read(none)).isEmpty();
        assertThatThrownBy(() -> hold(none, 1))
                .hasMessageContaining("net/ipv4/conf/nowhere0/arp_ignore = 1: ENOENT");
    }

    @Test
    void anInterfaceThatWentIsNoHindrance() throws Exception {
        rig.addLink("eth0");
        KernelSettings.Hold hold = hold(ARP_IGNORE, 1);
        rig.removeLink("eth0");
        close(hold);
        assertThat(read(ARP_IGNORE)).isEmpty();
    }

    @Test
    void closingTheLoopPutsAllBack() throws Exception {
        rig.addLink("eth0");
        KernelSettings.Hold hold = hold(ARP_IGNORE, 1);
        hold(ARP_FILTER, 1);
        loop.close();
        startAgain();
        assertThat(read(ARP_IGNORE)).hasValue(0);
        assertThat(read(ARP_FILTER)).hasValue(0);
        hold.close();
    }

    @Test
    void closingTheLoopCanLeaveThem() throws Exception {
        rig.addLink("eth0");
        hold(ARP_IGNORE, 1);
        rig.on(
                loop,
                () -> {
                    loop.keepOnClose();
                    return null;
                });
        loop.close();
        startAgain();
        assertThat(read(ARP_IGNORE)).hasValue(1);
    }

    private void startAgain() throws Exception {
        loop = rig.start(new RecordingTask());
    }

    private KernelSettings.Hold hold(KernelSetting setting, int value) throws Exception {
        return rig.on(loop, () -> loop.kernelSettings().hold(setting, value));
    }

    private void close(KernelSettings.Hold hold) throws Exception {
        rig.on(
                loop,
                () -> {
                    hold.close();
                    return null;
                });
    }

    private OptionalInt read(KernelSetting setting) throws Exception {
        return rig.on(loop, () -> loop.kernelSettings().read(setting));
    }

    private static KernelSetting setting(String link, String name) {
        return KernelSetting.of(IpAddress.Family.IPV4, new InterfaceName(link), name);
    }
}
