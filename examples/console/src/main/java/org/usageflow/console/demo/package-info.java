/**
 * The demonstration: a month of usage, reported in each of the four ways, from draft to closed.
 *
 * <p>Here belong its data, which ships with this application, its stories, and the checks of what they tell.
 */
@NullMarked
package org.usageflow.console.demo;

import org.jspecify.annotations.NullMarked;
