package org.ninelives.daemon;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import org.ninelives.api.configuration.ConfigSection;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The sections that are installed, highest service ranking first, then the oldest. */
@Component(service = SectionRegistry.class)
public final class SectionRegistry {

    private final ConcurrentSkipListMap<ServiceReference<ConfigSection>, ConfigSection> sections =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());

    @Reference(
            service = ConfigSection.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void add(ConfigSection section, ServiceReference<ConfigSection> reference) {
        sections.put(reference, section);
    }

    void remove(ServiceReference<ConfigSection> reference) {
        sections.remove(reference);
    }

    /** Those that are here now, in the order of application. */
    List<ConfigSection> sections() {
        return List.copyOf(sections.values());
    }
}
