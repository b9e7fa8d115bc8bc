package org.ninelives.management.access;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;

/** An object that notices when it is made from a stream. */
final class Trap implements Serializable {

    private static final long serialVersionUID = 1L;

    static volatile boolean sprung;

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        sprung = true;
        in.defaultReadObject();
    }
}
