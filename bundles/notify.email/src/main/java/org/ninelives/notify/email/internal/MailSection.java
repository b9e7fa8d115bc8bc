package org.ninelives.notify.email.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninelives.api.configuration.ConfigSection;
import org.ninelives.api.configuration.Secrets;
import org.ninelives.api.configuration.SystemSecrets;
import org.ninelives.api.management.MailMXBean;
import org.ninelives.api.management.ObjectNames;
import org.ninelives.api.notify.DaemonEvent;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventListener;
import org.ninelives.api.notify.EventSink;
import org.ninelives.api.system.HostName;
import org.ninelives.config.Problems;
import org.ninelives.config.grammar.BlockGrammar;
import org.ninelives.config.grammar.Values;
import org.ninelives.notify.email.core.Alerts;
import org.ninelives.notify.email.settings.LocalNames;
import org.ninelives.notify.email.settings.MailPlan;
import org.ninelives.notify.email.settings.MailReader;
import org.ninelives.notify.email.settings.MailSettings;
import org.ninelives.notify.email.smtp.SmtpCourier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mail: what {@code global_defs} says about it, and the events it tells. */
@Component(
        service = {ConfigSection.class, EventListener.class},
        property = "service.ranking:Integer=300")
public final class MailSection implements ConfigSection, EventListener {

    private static final Logger LOG = LoggerFactory.getLogger(MailSection.class);

    /** What is told of the stop itself has this long to reach the server. */
    private static final Duration LAST_MAILS = Duration.ofSeconds(3);

    private final BundleContext context;
    private final ServiceReference<EventSink> sink;
    private final Clock clock = Clock.systemUTC();
    private final Secrets secrets = new SystemSecrets();
    private final Alerts alerts = new Alerts();
    private final Postman postman =
            new Postman(delivery -> new SmtpCourier(delivery, secrets), this::lost, clock);
    private final ServiceRegistration<MailMXBean> bean;
    private volatile Optional<MailSettings> current = Optional.empty();
    private volatile boolean wantTold;

    /**
     * Sends nothing before it is configured.
     *
     * @param sink only its reference: the sink looks for listeners while it comes up, and finds
     *     this
     */
    @Activate
    public MailSection(BundleContext context, @Reference ServiceReference<EventSink> sink) {
        this.context = context;
        this.sink = sink;
        bean =
                context.registerService(
                        MailMXBean.class,
                        new MailBean(postman, this::settings),
                        FrameworkUtil.asDictionary(
                                Map.of(
                                        ObjectNames.PROPERTY,
                                        ObjectNames.notifier("mail").toString())));
    }

    @Deactivate
    void stop() {
        postman.close(LAST_MAILS);
        bean.unregister();
    }

    @Override
    public BlockGrammar globalDefs() {
        return MailReader.GLOBAL_DEFS;
    }

    @Override
    public Prepared prepare(Values root, Values globalDefs, Problems problems) {
        MailSettings next = MailReader.read(globalDefs, localNames(), secrets, problems);
        return Prepared.of(
                current.map(now -> MailPlan.changes(now, next)).orElse(List.of()),
                () -> apply(next));
    }

    private void apply(MailSettings next) {
        boolean sameDelivery =
                current.map(MailSettings::delivery).equals(Optional.of(next.delivery()));
        current = Optional.of(next);
        wantTold = false;
        // A reload that changes nothing must not take a pause for mended.
        if (!sameDelivery) {
            postman.configure(next.delivery());
        }
    }

    private MailSettings settings() {
        return current.orElse(MailSettings.NONE);
    }

    @Override
    public void happened(Event event) {
        MailSettings settings = settings();
        if (settings.delivery().isPresent()) {
            alerts.mail(settings.alerts(), event, clock.instant()).ifPresent(postman::post);
        } else if (!wantTold && Alerts.isAskedFor(settings.alerts(), event)) {
            wantTold = true;
            LOG.warn(
                    "{} asks for mail (smtp_alert), but global_defs has no smtp_server or no"
                            + " notification_email",
                    event.name());
        }
    }

    private void lost(String text) {
        EventSink found = context.getService(sink);
        if (found != null) {
            found.publish(new DaemonEvent("mail", text));
        }
    }

    private static LocalNames localNames() {
        return new LocalNames(HostName.read(), System.getProperty("user.name", "root"));
    }
}
