/**
 * The library as a host sees it: {@link org.usageflow.core.Usageflow} and its services.
 *
 * <p>Here belongs what a host calls. Not here: how it is done ({@code internal}), and what a host implements (the SPIs of {@code usage-api}).
 */
@NullMarked
package org.usageflow.core;

import org.jspecify.annotations.NullMarked;
