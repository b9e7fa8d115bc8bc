package org.ninelives.management;

import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;

/** A lamp that tells when it flashes. */
final class Lamp extends NotificationBroadcasterSupport implements LampMXBean {

    private int brightness = 10;

    Lamp() {
        super(
                new MBeanNotificationInfo(
                        new String[] {"lamp.flash"}, Notification.class.getName(), "it flashed"));
    }

    @Override
    public int getBrightness() {
        return brightness;
    }

    @Override
    public void setBrightness(int percent) {
        brightness = percent;
    }

    @Override
    public void flash(int seconds, boolean slowly) {
        sendNotification(new Notification("lamp.flash", this, 1, "flashed " + seconds + " s"));
    }

    @Override
    public long getUndescribed() {
        return 1;
    }
}
