/**
 * YAML text to the engine's typed settings. The only place that reads settings files or the
 * environment; what the settings do belongs to the records they become.
 */
@NullMarked
package io.plimsoll.config;

import org.jspecify.annotations.NullMarked;
