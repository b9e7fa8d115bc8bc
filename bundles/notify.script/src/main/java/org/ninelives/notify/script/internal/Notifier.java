package org.ninelives.notify.script.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ninelives.api.management.NotifierBean;
import org.ninelives.api.notify.DaemonEvent;
import org.ninelives.api.notify.DrainEvent;
import org.ninelives.api.notify.Event;
import org.ninelives.api.notify.EventListener;
import org.ninelives.api.notify.LvsEvent;
import org.ninelives.api.notify.OverrideEvent;
import org.ninelives.api.notify.ReloadEvent;
import org.ninelives.api.notify.StopHook;
import org.ninelives.api.notify.TrackerEvent;
import org.ninelives.api.notify.VrrpEvent;
import org.ninelives.api.notify.VrrpSubject;
import org.ninelives.api.script.Scripts;
import org.ninelives.api.system.Fifos;
import org.ninelives.notify.script.call.ScriptCaller;
import org.ninelives.notify.script.core.LvsNotices;
import org.ninelives.notify.script.core.Notice;
import org.ninelives.notify.script.core.Notices;
import org.ninelives.notify.script.core.Standing;
import org.ninelives.notify.script.fifo.FifoBoard;
import org.ninelives.notify.script.settings.NotifySettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Tells scripts and FIFOs what happens. */
@Component(service = {Notifier.class, EventListener.class, StopHook.class})
public final class Notifier implements EventListener, StopHook {

    private final ScriptCaller caller;
    private final FifoBoard board;
    private final Standing standing = new Standing();
    private NotifySettings settings = NotifySettings.DEFAULT;
    private volatile Consumer<Map<String, NotifierBean>> publisher = beans -> {};
    private boolean started;

    /** Tells nobody before {@link #apply}. */
    @Activate
    public Notifier(@Reference Scripts scripts, @Reference Fifos fifos) {
        caller = new ScriptCaller(scripts);
        board = new FifoBoard(fifos, scripts);
    }

    /** All that has happened was told before this is called. */
    @Deactivate
    void stop() {
        caller.awaitStop();
        board.close(settings().stopLimit());
    }

    @Override
    public void happened(Event event) {
        switch (event) {
            case VrrpEvent vrrp -> {
                synchronized (standing) {
                    standing.happened(vrrp);
                }
                Notices.of(vrrp).forEach(this::tell);
            }
            case LvsEvent lvs -> LvsNotices.of(lvs).forEach(this::tell);
            case DrainEvent step -> {}
            case TrackerEvent found -> {}
            case OverrideEvent change -> {}
            case ReloadEvent reload -> {}
            case DaemonEvent told -> {}
        }
    }

    private void tell(Notice notice) {
        switch (notice) {
            case Notice.Call call -> caller.call(call);
            case Notice.Line line -> write(line);
        }
    }

    private void write(Notice.Line line) {
        board.write(line.about(), line.text());
    }

    @Override
    public void beforeStop(List<VrrpSubject> masters) {
        caller.callAndWait(
                masters.stream().map(Notices::beforeStop).flatMap(Optional::stream).toList());
    }

    /** Publishes what counts what is told, by the names of the beans, from the next load on. */
    void publishWith(Consumer<Map<String, NotifierBean>> next) {
        publisher = next;
    }

    private Map<String, NotifierBean> beans() {
        Map<String, NotifierBean> beans = new LinkedHashMap<>();
        beans.put("scripts", caller.bean());
        board.beans().forEach((path, bean) -> beans.put("FIFO " + path, bean));
        return beans;
    }

    synchronized NotifySettings settings() {
        return settings;
    }

    /** Tells in another way from now on; the virtual routers are changed afterwards. */
    void apply(NotifySettings next) {
        boolean reload;
        synchronized (this) {
            settings = next;
            reload = started;
            started = true;
        }
        if (reload) {
            synchronized (standing) {
                standing.reloading();
            }
        }
        caller.apply(next);
        board.apply(next);
        publisher.accept(beans());
    }

    /** The virtual routers are changed, and what that made happen was told. */
    void applied() {
        List<Notice.Line> lines;
        synchronized (standing) {
            lines = standing.reloaded();
        }
        if (settings().statesOnReload()) {
            lines.forEach(this::write);
        }
    }
}
