/**
 * What this application puts around the library: its wiring, and the choices of its caller.
 */
@NullMarked
package org.usageflow.console.host;

import org.jspecify.annotations.NullMarked;
