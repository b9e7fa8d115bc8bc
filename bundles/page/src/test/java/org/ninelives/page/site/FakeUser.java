package org.ninelives.page.site;

import java.util.ArrayList;
import java.util.List;
import javax.management.ObjectName;
import org.ninelives.api.access.RefusedException;
import org.ninelives.api.access.User;

/** Writes down what it is asked for, and answers that. */
final class FakeUser implements User {

    private final String name;
    private final boolean mayAct;
    private final List<String> asked = new ArrayList<>();
    private volatile boolean hasRole = true;

    FakeUser(String name, boolean mayAct) {
        this.name = name;
        this.mayAct = mayAct;
    }

    void takeRole() {
        hasRole = false;
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean mayRead() {
        return hasRole;
    }

    @Override
    public boolean mayAct() {
        return mayAct && hasRole;
    }

    @Override
    public Object invoke(ObjectName bean, String operation, List<String> arguments)
            throws RefusedException {
        if (!mayAct) {
            throw new RefusedException(name + " may only read");
        }
        asked.add(bean + " " + operation + " " + arguments);
        return new String[] {operation};
    }
}
