/**
 * The command {@code usage}: a complete host application around the library, in one process.
 *
 * <p>Here belong the commands, their options and exit codes.
 */
@NullMarked
package org.usageflow.console;

import org.jspecify.annotations.NullMarked;
