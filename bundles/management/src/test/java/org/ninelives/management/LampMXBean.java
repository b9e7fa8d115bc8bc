package org.ninelives.management;

import org.ninelives.api.management.Description;

/** A bean as a service would publish it. */
@Description("A lamp in the hall")
public interface LampMXBean {

    @Description("Brightness, 0..100")
    int getBrightness();

    void setBrightness(int percent);

    @Description("Lights it for a while")
    void flash(@Description("how long") int seconds, boolean slowly);

    long getUndescribed();
}
