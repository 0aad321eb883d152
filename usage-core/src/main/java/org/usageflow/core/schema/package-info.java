/**
 * The four standard reporting schemas. Here belongs what they differ in, and nothing else in the library switches on their codes.
 */
@NullMarked
package org.usageflow.core.schema;

import org.jspecify.annotations.NullMarked;
