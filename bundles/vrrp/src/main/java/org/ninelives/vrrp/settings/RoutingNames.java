package org.ninelives.vrrp.settings;

import java.util.OptionalLong;

/** The numbers behind names that a machine keeps in files. */
public interface RoutingNames {

    /** What is named. */
    enum Kind {
        TABLE("rt_tables"),
        PROTOCOL("rt_protos"),
        SCOPE("rt_scopes"),
        REALM("rt_realms"),
        DSFIELD("rt_dsfield"),
        GROUP("group"),
        IP_PROTOCOL("protocols");

        private final String file;

        Kind(String file) {
            this.file = file;
        }

        /** The file the names are in, {@code /etc/protocols} or of {@code /etc/iproute2}. */
        public String file() {
            return file;
        }
    }

    /** The number of a name; empty when there is no such name. */
    OptionalLong find(Kind kind, String name);
}
