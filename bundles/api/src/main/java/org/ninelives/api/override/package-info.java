/**
 * What operators set on a running daemon in place of the configuration: one list, kept by one
 * service, held by those whose objects it concerns.
 *
 * <pre>
 *   bean ──▶ Overrides (the list, its file, its clock) ──▶ OverrideTarget.hold(all that hold now)
 * </pre>
 */
@Export
@Version("0.1.0")
package org.ninelives.api.override;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
