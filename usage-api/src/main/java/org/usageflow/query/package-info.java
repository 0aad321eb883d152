/**
 * What a portal asks for: filters, orders and pages by key.
 *
 * <p>Here belong values that say which files or records are wanted and in which order, and the pages that come back. Not here: who may see them ({@code spi.store}).
 */
@NullMarked
package org.usageflow.query;

import org.jspecify.annotations.NullMarked;
