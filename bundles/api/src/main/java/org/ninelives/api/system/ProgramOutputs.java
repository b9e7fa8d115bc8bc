package org.ninelives.api.system;

import java.io.File;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reads what programs write, all of it and at once, and keeps the end of it: no program ever waits
 * for its reader, and no amount of output takes more memory.
 */
@ProviderType
public interface ProgramOutputs {

    /** How many bytes of the end of an output are kept. */
    int TAIL_BYTES = 2048;

    /**
     * Makes a pipe for one program.
     *
     * @throws SystemException EMFILE or ENFILE if there are too many descriptors
     */
    Output open() throws SystemException;

    /** The output of one program. Any thread. */
    @ProviderType
    interface Output {

        /** What the program shall write to; to be opened by this process for the program. */
        File file();

        /** The program has it open now, or never will. */
        void handedOver();

        /**
         * The program has ended. What programs that it left behind go on to write is read and
         * dropped, so that they live on.
         *
         * @param told hears the last bytes of what was written until now, on a thread that all
         *     outputs share
         */
        void finish(Consumer<byte[]> told);
    }
}
