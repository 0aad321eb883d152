/**
 * The JSON documents of the original platform's API: usage files, usage records and bulk closing, read leniently and written strictly.
 *
 * <p>Here belong the documents, their codec, and how they become the model's values and come from them. Not here: HTTP, pages of a listing, and who may see what.
 */
@NullMarked
package org.usageflow.json.dialect;

import org.jspecify.annotations.NullMarked;
