package org.ninelives.api.system;

import java.util.List;

/**
 * A virtual interface that exists.
 *
 * @param link the interface, as it was when it had been made
 * @param parent its parent at that time
 * @param request what was asked for
 * @param adopted it was there already
 * @param problems what will hinder it, a sentence each with what to do, without what was said
 *     before
 */
public record VirtualLink(
        Link link,
        Link parent,
        VirtualLinkRequest request,
        boolean adopted,
        List<String> problems) {

    public VirtualLink {
        problems = List.copyOf(problems);
    }
}
