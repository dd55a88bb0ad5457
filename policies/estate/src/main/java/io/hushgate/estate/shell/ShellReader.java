package io.hushgate.estate.shell;

import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Source;
import io.hushgate.estate.vault.PolicyCollector;
import io.hushgate.estate.vault.PolicyText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Reads the commands of a script that speak to Vault or to Kubernetes, and the files that it writes
 * for them.
 */
public final class ShellReader {
    private static final int MAX_NESTING = 3;
    private static final Set<String> SHELLS =
            Set.of("sh", "bash", "ash", "dash", "zsh", "/bin/sh", "/bin/bash", "/bin/ash");

    private final Limits limits;
    private final PolicyCollector policies;
    private final BiConsumer<Source, Collector> manifests;
    private final VaultCommand vault;
    private final CurlCommand curl;
    private final KubectlCommand kubectl = new KubectlCommand();
    private final HelmCommand helm = new HelmCommand();

    /**
     * @param manifests reads a manifest that a script feeds to kubectl or writes to a file
     */
    public ShellReader(
            Limits limits, PolicyCollector policies, BiConsumer<Source, Collector> manifests) {
        this.limits = limits;
        this.policies = policies;
        this.manifests = manifests;
        this.vault = new VaultCommand(limits, policies);
        this.curl = new CurlCommand(limits, policies);
    }

    /** Reads a script that lies by itself. */
    public void read(Source script, Collector into) {
        read(script, "script", into);
    }

    /** Reads a script that somebody runs; see {@code BuildFact.Command} for who. */
    public void read(Source script, String subject, Collector into) {
        read(script, subject, into, new HashMap<>(), 0);
    }

    private void read(
            Source script, String subject, Collector into, Map<String, Source> files, int nesting) {
        Collector unsure = into.atMost(Confidence.MEDIUM);
        List<Command> commands = ScriptParser.commands(script, limits);
        CommandFacts.add(subject, commands, into);
        Set<String> used = new HashSet<>();
        for (Command command : commands) {
            if (!command.output().isEmpty()) {
                command.standardInput().ifPresent(body -> files.put(command.output(), body));
            } else if (command.words().getFirst().is("tee") && command.words().size() > 1) {
                command.standardInput()
                        .ifPresent(body -> files.put(command.words().getLast().text(), body));
            }
            Optional<Source> inner = nestedScript(command);
            if (inner.isPresent() && nesting < MAX_NESTING) {
                read(inner.get(), subject, into, files, nesting + 1);
            } else {
                vault.read(command, files, used, command.repeated() ? unsure : into);
                curl.read(command, command.repeated() ? unsure : into);
                kubectl.read(command, into);
                helm.read(command, into);
                if (kubectl.applies(command)) {
                    command.standardInput().ifPresent(body -> manifests.accept(body, into));
                }
            }
        }
        if (nesting == 0) {
            files.forEach((name, body) -> written(name, body, used, into));
        }
    }

    /**
     * A file that the script writes and no command of it names: a manifest, or a policy under its
     * file's name.
     */
    private void written(String name, Source body, Set<String> used, Collector into) {
        if (used.contains(name)) {
            return;
        }
        if (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json")) {
            manifests.accept(body, into);
        } else if (PolicyText.isLikely(body.text())) {
            String stem = name.substring(name.lastIndexOf('/') + 1);
            int dot = stem.indexOf('.', 1);
            policies.add(
                    dot < 0 ? stem : stem.substring(0, dot), body, "shell", into, body.placeAt(0));
        }
    }

    /** {@code sh -c '...'}, or a shell that reads a here-document. */
    private static Optional<Source> nestedScript(Command command) {
        List<Word> words = command.words();
        for (int i = 0; i < words.size(); i++) {
            if (SHELLS.contains(words.get(i).text())) {
                for (int j = i + 1; j < words.size(); j++) {
                    String flag = words.get(j).text();
                    if (!flag.startsWith("-")) {
                        break;
                    }
                    if (flag.endsWith("c") && !flag.startsWith("--") && j + 1 < words.size()) {
                        return Optional.of(words.get(j + 1).from(0).asSource());
                    }
                }
                if (i == words.size() - 1 || words.getLast().text().startsWith("-")) {
                    return command.input();
                }
            }
        }
        return Optional.empty();
    }
}
