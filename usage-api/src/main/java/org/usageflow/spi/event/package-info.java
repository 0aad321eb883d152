/**
 * What the library tells the host while it works.
 *
 * <p>Here belong listeners that a host implements.
 */
@NullMarked
package org.usageflow.spi.event;

import org.jspecify.annotations.NullMarked;
