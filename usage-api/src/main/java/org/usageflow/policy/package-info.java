/**
 * What reasonable businesses decide differently, with defaults, given when the library is wired.
 */
@NullMarked
package org.usageflow.policy;

import org.jspecify.annotations.NullMarked;
