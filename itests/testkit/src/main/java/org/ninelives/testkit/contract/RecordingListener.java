package org.ninelives.testkit.contract;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.ninelives.api.net.IpPrefix;
import org.ninelives.api.system.InterfaceAddress;
import org.ninelives.api.system.Link;
import org.ninelives.api.system.LinkListener;

/** Remembers all news, as values in the order of telling. */
public final class RecordingListener implements LinkListener {

    /** What was told. */
    public sealed interface News {

        record LinkChanged(Link link) implements News {}

        record LinkRemoved(Link link) implements News {}

        record AddressAdded(InterfaceAddress address) implements News {}

        record AddressRemoved(InterfaceAddress address) implements News {}
    }

    private final List<News> news = new CopyOnWriteArrayList<>();

    public List<News> news() {
        return news;
    }

    /** Whether a link of this name, for which this holds, was told. */
    public boolean sawLink(String name, Predicate<Link> which) {
        return links().stream().anyMatch(l -> l.name().name().equals(name) && which.test(l));
    }

    /** The states of links, in the order of telling. */
    public List<Link> links() {
        return news.stream()
                .filter(News.LinkChanged.class::isInstance)
                .map(n -> ((News.LinkChanged) n).link())
                .toList();
    }

    /** The addresses told to be there, in the order of telling. */
    public List<InterfaceAddress> added() {
        return news.stream()
                .filter(News.AddressAdded.class::isInstance)
                .map(n -> ((News.AddressAdded) n).address())
                .toList();
    }

    /** The addresses told to be gone, in the order of telling. */
    public List<IpPrefix> removed() {
        return news.stream()
                .filter(News.AddressRemoved.class::isInstance)
                .map(n -> ((News.AddressRemoved) n).address().prefix())
                .toList();
    }

    /** Whether the address was told to be there. */
    public boolean sawAdded(String prefix) {
        return added().stream().anyMatch(a -> a.prefix().equals(IpPrefix.of(prefix)));
    }

    /** Whether the link was told to be gone. */
    public boolean sawRemoved(String name) {
        return news.stream()
                .anyMatch(
                        n ->
                                n instanceof News.LinkRemoved r
                                        && r.link().name().name().equals(name));
    }

    @Override
    public void linkChanged(Link link) {
        news.add(new News.LinkChanged(link));
    }

    @Override
    public void linkRemoved(Link link) {
        news.add(new News.LinkRemoved(link));
    }

    @Override
    public void addressAdded(InterfaceAddress address) {
        news.add(new News.AddressAdded(address));
    }

    @Override
    public void addressRemoved(InterfaceAddress address) {
        news.add(new News.AddressRemoved(address));
    }
}
