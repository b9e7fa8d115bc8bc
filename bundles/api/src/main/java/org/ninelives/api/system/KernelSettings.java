package org.ninelives.api.system;

import java.util.OptionalInt;
import org.osgi.annotation.versioning.ProviderType;

/** Reads settings of the kernel, and changes them for as long as it is needed. Loop thread only. */
@ProviderType
public interface KernelSettings {

    /** The value now; empty when there is no such setting or it cannot be read. */
    OptionalInt read(KernelSetting setting);

    /**
     * Sets a value until the last one who holds the setting lets it go; then the value from before
     * is put back, unless another program changed it meanwhile. While it is held, others get the
     * value of the first.
     *
     * @throws SystemException ENOENT when there is no such setting; EROFS where /proc/sys is
     *     read-only, as in containers; EACCES without the right to; nothing is held then
     */
    Hold hold(KernelSetting setting, int value) throws SystemException;

    /** The need for a value. */
    @ProviderType
    interface Hold extends AutoCloseable {

        /** Lets the setting go; a second time does nothing. */
        @Override
        void close();
    }
}
