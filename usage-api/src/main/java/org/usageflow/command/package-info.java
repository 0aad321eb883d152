/**
 * What a host asks for. Commands are records with Jakarta Validation constraints, checked by the services.
 */
@NullMarked
package org.usageflow.command;

import org.jspecify.annotations.NullMarked;
