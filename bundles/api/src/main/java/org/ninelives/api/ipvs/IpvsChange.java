package org.ninelives.api.ipvs;

/** Something the kernel is told. */
public sealed interface IpvsChange {

    record AddService(IpvsService service) implements IpvsChange {}

    /** Changes all but the key of a service. */
    record EditService(IpvsService service) implements IpvsChange {}

    /** Removes a service and its destinations. */
    record DeleteService(ServiceKey key) implements IpvsChange {}

    record AddDestination(ServiceKey service, IpvsDestination destination) implements IpvsChange {}

    /** Changes all but the key of a destination. */
    record EditDestination(ServiceKey service, IpvsDestination destination) implements IpvsChange {}

    record DeleteDestination(ServiceKey service, DestinationKey destination)
            implements IpvsChange {}

    /** Removes everything. */
    record Flush() implements IpvsChange {}

    record SetTimeouts(IpvsTimeouts timeouts) implements IpvsChange {}

    record StartSync(SyncDaemon daemon) implements IpvsChange {}

    record StopSync(SyncDaemon.Role role) implements IpvsChange {}
}
