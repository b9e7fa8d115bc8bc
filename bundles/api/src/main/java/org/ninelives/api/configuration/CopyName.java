package org.ninelives.api.configuration;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ninelives.config.grammar.Values;

/**
 * What tells this copy of the daemon from others on the machine, for names of files and the like.
 *
 * @param namespace the network namespace it is to run in, where one is named
 * @param instance its name, where it has one
 */
public record CopyName(Optional<String> namespace, Optional<String> instance) {

    /**
     * That of a configuration.
     *
     * @param root the root block
     * @param namespaceOption what option {@code -s} said, which counts more
     */
    public static CopyName of(Values root, Optional<String> namespaceOption) {
        return new CopyName(
                namespaceOption.or(() -> root.get(GlobalKeywords.NET_NAMESPACE)),
                root.get(GlobalKeywords.INSTANCE));
    }

    /** {@code NAMESPACE_INSTANCE}, one of them, or empty. */
    public Optional<String> text() {
        return Stream.of(namespace, instance)
                .flatMap(Optional::stream)
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.joining("_"),
                                text -> Optional.of(text).filter(some -> !some.isEmpty())));
    }
}
