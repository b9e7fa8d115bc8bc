package org.ninelives.dropin.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** What a bundle needs that no bundle brings, in words. */
final class Lacking {

    private static final Pattern PACKAGE =
            Pattern.compile("\\(" + PackageNamespace.PACKAGE_NAMESPACE + "=([^)]+)\\)");
    private static final Pattern JAVA = Pattern.compile("\\(version>?=([^)]+)\\)");

    private Lacking() {}

    /** A clause for each; empty if each single need could be met. */
    static Optional<String> of(Bundle bundle, BundleContext context) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null) {
            return Optional.empty();
        }
        List<BundleCapability> offers =
                Arrays.stream(context.getBundles())
                        .map(each -> each.adapt(BundleRevision.class))
                        .filter(each -> each != null)
                        .flatMap(each -> each.getDeclaredCapabilities(null).stream())
                        .toList();
        String words =
                revision.getDeclaredRequirements(null).stream()
                        .filter(Lacking::isNeeded)
                        .filter(need -> offers.stream().noneMatch(need::matches))
                        .map(need -> words(need, offers))
                        .distinct()
                        .collect(Collectors.joining("; "));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    private static boolean isNeeded(BundleRequirement need) {
        String effective = need.getDirectives().get(Constants.EFFECTIVE_DIRECTIVE);
        String resolution = need.getDirectives().get(Constants.RESOLUTION_DIRECTIVE);
        return (effective == null || effective.equals(Constants.EFFECTIVE_RESOLVE))
                && !Constants.RESOLUTION_OPTIONAL.equals(resolution)
                && !"dynamic".equals(resolution);
    }

    private static String words(BundleRequirement need, List<BundleCapability> offers) {
        String filter = need.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
        return switch (need.getNamespace()) {
            case PackageNamespace.PACKAGE_NAMESPACE -> ofPackage(filter, offers);
            case ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE ->
                    "it needs Java "
                            + first(JAVA, filter).orElse(filter)
                            + ", and the daemon runs on Java "
                            + Runtime.version().feature();
            default -> "it needs " + need.getNamespace() + " " + filter;
        };
    }

    private static String ofPackage(String filter, List<BundleCapability> offers) {
        Optional<String> name = first(PACKAGE, filter);
        List<String> versions =
                offers.stream()
                        .filter(offer -> isOf(offer, name.orElse("")))
                        .map(offer -> offer.getAttributes().get(Constants.VERSION_ATTRIBUTE) + "")
                        .distinct()
                        .toList();
        return "it needs package "
                + name.orElse(filter)
                + (versions.isEmpty()
                        ? ", which no bundle brings"
                        : " as " + filter + ", and there is version " + String.join(", ", versions))
                + ": put the bundle that brings it into the folder too";
    }

    private static boolean isOf(BundleCapability offer, String name) {
        return name.equals(offer.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
