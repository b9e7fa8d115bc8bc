package org.ninelives.dropin.internal;

import java.util.Map;
import java.util.Optional;
import org.ninelives.api.management.BundleFileStatus;
import org.ninelives.api.management.BundleMXBean;
import org.ninelives.api.management.BundleStatus;
import org.ninelives.dropin.core.Work;
import org.ninelives.dropin.engine.Shipped;
import org.osgi.framework.Bundle;

/** A bundle as a bean. */
final class BundleBean implements BundleMXBean {

    private static final Map<Integer, String> STATES =
            Map.of(
                    Bundle.UNINSTALLED, "UNINSTALLED",
                    Bundle.INSTALLED, "INSTALLED",
                    Bundle.RESOLVED, "RESOLVED",
                    Bundle.STARTING, "STARTING",
                    Bundle.STOPPING, "STOPPING",
                    Bundle.ACTIVE, "ACTIVE");

    private final Bundle bundle;
    private final Facts facts;
    private volatile long sinceMillis = System.currentTimeMillis();

    BundleBean(Bundle bundle, Facts facts) {
        this.bundle = bundle;
        this.facts = facts;
    }

    /** Its state is another one now. */
    void changed() {
        sinceMillis = System.currentTimeMillis();
    }

    @Override
    public BundleStatus getStatus() {
        Optional<BundleFileStatus> file = facts.file(bundle);
        return new BundleStatus(
                bundle.getSymbolicName(),
                bundle.getVersion().toString(),
                getState(),
                Shipped.is(bundle),
                file.map(BundleFileStatus::file).orElseGet(() -> Shipped.file(bundle)),
                file.map(BundleFileStatus::sha256).orElse(""),
                facts.checkers(bundle),
                facts.keywords(bundle),
                file.map(one -> facts.threads(one.file())).orElse(0),
                getProblem(),
                sinceMillis);
    }

    @Override
    public String getState() {
        return STATES.get(bundle.getState());
    }

    @Override
    public String getProblem() {
        return facts.problem(bundle);
    }

    @Override
    public void start() {
        facts.ask(droppedIn(), Work.TAKE);
    }

    @Override
    public void stop() {
        facts.ask(droppedIn(), Work.STOP);
    }

    private String droppedIn() {
        return facts.file(bundle)
                .map(BundleFileStatus::file)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        bundle.getSymbolicName()
                                                + " is part of the product: it runs as long as the"
                                                + " daemon does"));
    }
}
