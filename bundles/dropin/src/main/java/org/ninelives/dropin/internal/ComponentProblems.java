package org.ninelives.dropin.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Why components of a bundle do not work although the bundle is active. */
record ComponentProblems(ServiceComponentRuntime components) {

    /** A clause for each; empty if there is none. */
    List<String> of(Bundle bundle) {
        return components.getComponentDescriptionDTOs(bundle).stream().flatMap(this::of).toList();
    }

    private Stream<String> of(ComponentDescriptionDTO component) {
        return components.getComponentConfigurationDTOs(component).stream()
                .flatMap(
                        configuration ->
                                problem(configuration).stream()
                                        .map(words -> "its component " + component.name + words));
    }

    private static Optional<String> problem(ComponentConfigurationDTO configuration) {
        return switch (configuration.state) {
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                    Optional.of(" does not start: " + reason(configuration.failure));
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                    Optional.of(
                            " waits for "
                                    + Arrays.stream(configuration.unsatisfiedReferences)
                                            .map(reference -> reference.name)
                                            .collect(Collectors.joining(", ")));
            default -> Optional.empty();
        };
    }

    /** Of a stack trace the innermost cause. */
    private static String reason(String trace) {
        String cause = "Caused by: ";
        return trace.lines()
                .filter(line -> line.startsWith(cause))
                .reduce((first, last) -> last)
                .map(line -> line.substring(cause.length()))
                .orElseGet(() -> trace.lines().findFirst().orElse(""));
    }
}
