/**
 * The demonstration: a month of usage, reported in each of the four ways.
 *
 * <p>Here belong its data, which ships with this application, and its story.
 */
@NullMarked
package org.usageflow.console.demo;

import org.jspecify.annotations.NullMarked;
