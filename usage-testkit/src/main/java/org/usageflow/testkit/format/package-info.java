/**
 * What proves a file format: the contract that each {@code UsageFormat} keeps, and a sink that records what a reader pushes.
 *
 * <p>Here belongs what holds for every format. Not here: what only one format knows, such as line ends or zip entries; that is for the tests of its module.
 */
@NullMarked
package org.usageflow.testkit.format;

import org.jspecify.annotations.NullMarked;
