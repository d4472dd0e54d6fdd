package io.plimsoll.config;

/** What became of reading the config: settings to start with, or every reason not to start. */
public sealed interface ConfigResult permits Settings, Refused {}
