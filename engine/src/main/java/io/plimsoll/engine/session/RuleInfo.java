package io.plimsoll.engine.session;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says about itself.
 *
 * @param runbook the page for the person on call, as a path or an address
 * @param value the figure of the account that people are shown; absent when the rule names none
 * @param limit the figure it is held against; absent when the rule names none
 * @param shipped whether its file lies in the first rule folder; shipped rules are never taken out
 */
public record RuleInfo(
    String name,
    Path file,
    Severity severity,
    String description,
    String runbook,
    @Nullable String value,
    @Nullable String limit,
    boolean shipped) {}
