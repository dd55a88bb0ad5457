/**
 * The look at one target, in a process of its own: brings the repository up to date, scans, and
 * names the owners. Writes to the cache of repositories and nowhere else. Begin at {@link
 * io.hushgate.audit.look.Looker}; requests and answers travel as lines of JSON.
 */
@NullMarked
package io.hushgate.audit.look;

import org.jspecify.annotations.NullMarked;
