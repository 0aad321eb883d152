package org.usageflow.benchmarks;

/**
 * One way to do a thing.
 *
 * @param name what it is, in a few words
 * @param preparation before each run, not timed
 * @param work what is timed
 */
record Contestant(String name, Preparation preparation, Work work) {}
