package org.ninelives.vrrp.core;

import java.util.List;

/** The other members of a sync group as one member sees them. */
interface Companions {

    /** Those of a router that is in no sync group. */
    Companions NONE = Nobody.INSTANCE;

    /** This router is about to leave INIT. */
    void starting();

    /** Whether they are master, so that this router belongs there too. */
    boolean areMaster();

    /** Whether they are ready to become master together with this router. */
    boolean agree();

    /** What is wrong with them, each with the name of the member. */
    List<Fault> faults();

    /** The state or the faults of this router were other ones before this input. */
    void changed(State before);

    /** This router has proof that hosts may have learned another master's address. */
    void announceToo();

    /** The name of the sync group. */
    String group();

    /** Nobody goes with a router that is alone. */
    enum Nobody implements Companions {
        INSTANCE;

        @Override
        public void starting() {}

        @Override
        public boolean areMaster() {
            return false;
        }

        @Override
        public boolean agree() {
            return true;
        }

        @Override
        public List<Fault> faults() {
            return List.of();
        }

        @Override
        public void changed(State before) {}

        @Override
        public void announceToo() {}

        @Override
        public String group() {
            throw new IllegalStateException("a router alone is in no sync group");
        }
    }
}
