package org.ninelives.vrrp.settings;

import java.util.Optional;

/**
 * Where the names of tables, protocols and the like are looked for.
 *
 * @param shipped the folder of those that ship with iproute2; the usual ones when empty
 * @param own the folder of the administrator's, which count more; the usual one when empty
 */
public record NameFolders(Optional<String> shipped, Optional<String> own) {

    /** Those of every machine. */
    public static final NameFolders USUAL = new NameFolders(Optional.empty(), Optional.empty());
}
