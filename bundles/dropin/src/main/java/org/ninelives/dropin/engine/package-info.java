/**
 * Watches the folder and does what there is to do, with a thread for each work: it runs the code of
 * others, which may not come back.
 *
 * <pre>
 *   bundles.d ──look──▶ FolderWatch ──▶ core.DroppedFiles: what is to be done
 *                         │      ▲
 *                      begins   ends
 *                         ▼      │
 *                       a thread each: Installer
 *                         Ownership  who else could have written it
 *                         PrivateCopy, JarCheck  what is in it, and its digest
 *                         BundleContext  install, update, start, stop, uninstall
 * </pre>
 *
 * <p>What is installed are the bytes that were checked, from a copy in the storage of the
 * framework; the file itself is read once.
 *
 * <p>Why not Felix fileinstall, which has the same purpose: nothing tells when it has started what
 * lay there at first, and the configuration must not be read before; it installs without a look at
 * who may write there, and what it checks is not what it loads; a bundle that blocks blocks it; and
 * it refreshes with the lock of the whole framework held, while it runs the code of others.
 */
package org.ninelives.dropin.engine;
