/**
 * How results are shown: as JSON for programs, as text for people, as files that are whole or not there.
 */
@NullMarked
package org.usageflow.console.output;

import org.jspecify.annotations.NullMarked;
