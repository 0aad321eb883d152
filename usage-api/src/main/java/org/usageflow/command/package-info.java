/**
 * What a host asks for: records that are valid by construction as far as they can be, with Jakarta Validation constraints for a host's own forms.
 */
@NullMarked
package org.usageflow.command;

import org.jspecify.annotations.NullMarked;
