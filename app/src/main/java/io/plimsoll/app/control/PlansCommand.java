package io.plimsoll.app.control;

import io.plimsoll.app.Version;
import picocli.CommandLine.Command;

/** What accounts are held to. */
@Command(
    name = "plans",
    description = "Shows what an account is held to, and assigns it another plan.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {PlansShowCommand.class, PlansAssignCommand.class})
public final class PlansCommand {}
