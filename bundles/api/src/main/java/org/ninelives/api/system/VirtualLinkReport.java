package org.ninelives.api.system;

import java.util.List;

/**
 * How a virtual interface fares, in plain sentences.
 *
 * @param working what was seen to be as it must be
 * @param problems what is not, each with what to do
 */
public record VirtualLinkReport(List<String> working, List<String> problems) {

    public VirtualLinkReport {
        working = List.copyOf(working);
        problems = List.copyOf(problems);
    }

    public boolean isGood() {
        return problems.isEmpty();
    }
}
