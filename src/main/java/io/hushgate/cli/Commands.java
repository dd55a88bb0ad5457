package io.hushgate.cli;

import io.hushgate.cli.access.AccessCommand;
import io.hushgate.cli.audit.AuditCommand;
import io.hushgate.cli.gitleaks.DetectCommand;
import io.hushgate.cli.gitleaks.DirCommand;
import io.hushgate.cli.gitleaks.GitCommand;
import io.hushgate.cli.gitleaks.ProtectCommand;
import io.hushgate.cli.gitleaks.StdinCommand;
import io.hushgate.cli.policy.PolicyCommand;
import io.hushgate.cli.shell.CompletionCommand;
import io.hushgate.cli.shell.ManualCommand;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/**
 * The commands by their names, in the order of the help. A command line that begins with the name
 * of one gets a parser for that one alone: to describe all of them takes longer than a scan of a
 * small tree.
 */
final class Commands {
    private static final Map<String, Class<?>> BY_NAME = byName();

    /** Those that tell of all the others. */
    private static final Set<String> OF_ALL = Set.of("completion", "manual", "help");

    private Commands() {}

    private static Map<String, Class<?>> byName() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("scan", ScanCommand.class);
        commands.put("redact", RedactCommand.class);
        commands.put("why", WhyCommand.class);
        commands.put("baseline", BaselineCommand.class);
        commands.put("audit", AuditCommand.class);
        commands.put("facts", FactsCommand.class);
        commands.put("access", AccessCommand.class);
        commands.put("render", RenderCommand.class);
        commands.put("policy", PolicyCommand.class);
        commands.put("rules", RulesCommand.class);
        commands.put("hook", HookCommand.class);
        commands.put("git", GitCommand.class);
        commands.put("dir", DirCommand.class);
        commands.put("stdin", StdinCommand.class);
        commands.put("detect", DetectCommand.class);
        commands.put("protect", ProtectCommand.class);
        commands.put("completion", CompletionCommand.class);
        commands.put("manual", ManualCommand.class);
        commands.put("help", HelpCommand.class);
        return Collections.unmodifiableMap(commands);
    }

    /** A parser of all commands. */
    static CommandLine all() {
        CommandLine line = new CommandLine(new HushgateCommand());
        BY_NAME.forEach(line::addSubcommand);
        return settled(line);
    }

    /** A parser that understands these words as {@link #all} does. */
    static CommandLine of(String... words) {
        if (words.length == 0 || OF_ALL.contains(words[0]) || !BY_NAME.containsKey(words[0])) {
            return all();
        }
        CommandLine line = new CommandLine(new HushgateCommand());
        line.addSubcommand(words[0], BY_NAME.get(words[0]));
        return settled(line);
    }

    /** Settings reach the commands that are there already. */
    private static CommandLine settled(CommandLine line) {
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        return line;
    }
}
