package org.ninelives.management.access;

import java.security.Principal;

/**
 * Where somebody is who did not come over the connector.
 *
 * @param getName the address, as the audit tells it
 */
record ClientAddress(String getName) implements Principal {}
