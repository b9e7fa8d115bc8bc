package org.ninelives.management;

import javax.management.MBeanNotificationInfo;
import javax.management.NotificationEmitter;
import javax.management.NotificationFilter;
import javax.management.NotificationListener;

/**
 * What beans without notifications have in common. It keeps no listeners: a connector listens to
 * every bean that may tell something, and a list of its own for each of ten thousand that never do
 * would be waste.
 */
final class Silence implements NotificationEmitter {

    @Override
    public void addNotificationListener(
            NotificationListener listener, NotificationFilter filter, Object handback) {
        // It would never hear anything.
    }

    @Override
    public void removeNotificationListener(NotificationListener listener) {
        // None is kept.
    }

    @Override
    public void removeNotificationListener(
            NotificationListener listener, NotificationFilter filter, Object handback) {
        // None is kept.
    }

    @Override
    public MBeanNotificationInfo[] getNotificationInfo() {
        return new MBeanNotificationInfo[0];
    }
}
