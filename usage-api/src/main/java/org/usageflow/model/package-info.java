/**
 * What the business talks about: ids, files and records, money and quantity, periods and windows, parties, items, subscriptions, contracts.
 *
 * <p>Here belong values that are valid by construction, and the two aggregates. Not here: what moves them ({@code lifecycle}), what is wrong with a row
 * ({@code problem}), how files look ({@code spi.format}).
 */
@NullMarked
package org.usageflow.model;

import org.jspecify.annotations.NullMarked;
