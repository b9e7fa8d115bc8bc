package org.ninelives.ipvs.internal;

import java.util.Optional;
import org.ninelives.api.ipvs.Ipvs;
import org.ninelives.api.ipvs.IpvsKernel;
import org.ninelives.api.system.SystemException;
import org.ninelives.ipvs.wire.IpvsNumbers;
import org.ninelives.linux.genetlink.GenericNetlinkSocket;
import org.osgi.service.component.annotations.Component;

/** The way to IPVS of this machine's kernel. */
@Component
public final class NetlinkIpvsKernel implements IpvsKernel {

    @Override
    public Ipvs open(Optional<String> networkNamespace) throws SystemException {
        NetlinkIpvs ipvs = new NetlinkIpvs(connect(networkNamespace));
        try {
            ipvs.version(); // Whoever may not ask may not change anything either.
            return ipvs;
        } catch (SystemException e) {
            ipvs.close();
            throw e;
        }
    }

    /** Asking for the family makes the kernel load ip_vs, even for a process without rights. */
    private static GenericNetlinkSocket connect(Optional<String> networkNamespace)
            throws SystemException {
        try {
            return GenericNetlinkSocket.open(
                            networkNamespace, IpvsNumbers.FAMILY, IpvsNumbers.VERSION)
                    .orElseThrow(Refusal::absent);
        } catch (LinkageError e) {
            // JNA cannot unpack or load its library, or the C library lacks a function.
            throw new SystemException("calling the C library", "ELIBACC", e.toString());
        }
    }
}
