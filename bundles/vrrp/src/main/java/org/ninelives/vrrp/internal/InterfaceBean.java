package org.ninelives.vrrp.internal;

import java.util.List;
import org.ninelives.api.management.InterfaceMXBean;
import org.ninelives.api.management.InterfaceStatus;
import org.ninelives.vrrp.engine.VrrpService;

/**
 * One interface as a bean. Safe for use by several threads.
 *
 * @param name its name
 */
record InterfaceBean(String name, VrrpService service) implements InterfaceMXBean {

    @Override
    public InterfaceStatus getStatus() {
        return service.interfaceStatus(name).orElseGet(this::unused);
    }

    private InterfaceStatus unused() {
        return new InterfaceStatus(
                name, 0, false, false, false, "", 0, "", List.of(), List.of(), 0, 0, 0, 0, 0);
    }

    @Override
    public boolean isUp() {
        return getStatus().up();
    }

    @Override
    public int getIndex() {
        return getStatus().index();
    }
}
