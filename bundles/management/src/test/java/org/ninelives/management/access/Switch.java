package org.ninelives.management.access;

import javax.management.MBeanOperationInfo;
import javax.management.StandardMBean;
import org.ninelives.api.management.Caller;

/** A switch whose operation {@code look} is for everybody. */
final class Switch extends StandardMBean implements SwitchMXBean {

    private int level = 1;

    Switch() {
        super(SwitchMXBean.class, true);
    }

    @Override
    public int getLevel() {
        return level;
    }

    @Override
    public void setLevel(int level) {
        this.level = level;
    }

    @Override
    public String look(String what) {
        return what;
    }

    @Override
    public String press(int times) {
        return Caller.current().toString();
    }

    @Override
    protected int getImpact(MBeanOperationInfo operation) {
        return operation.getName().equals("look")
                ? MBeanOperationInfo.INFO
                : MBeanOperationInfo.ACTION;
    }
}
