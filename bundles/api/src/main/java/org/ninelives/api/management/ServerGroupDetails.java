package org.ninelives.api.management;

import java.util.List;

/** A virtual_server_group. */
public record ServerGroupDetails(
        @Description("Its name") String name,
        @Description("Its lines, in the order of the file") List<ServerGroupMember> members) {}
