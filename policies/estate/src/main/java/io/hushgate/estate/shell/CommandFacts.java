package io.hushgate.estate.shell;

import io.hushgate.estate.fact.BuildFact;
import io.hushgate.estate.fact.BuildFact.Setting;
import io.hushgate.estate.fact.ValueClass;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Naming;
import io.hushgate.estate.read.ValueClassifier;
import io.hushgate.estate.tree.Place;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells of the commands of a script what policies may ask: what they are given, read, write and
 * show. What a literal word says is never told.
 */
final class CommandFacts {
    /** Programs that handle secrets, show what they do, fetch, or check. */
    private static final Set<String> TOLD =
            Set.of(
                    "set",
                    "env",
                    "printenv",
                    "export",
                    "declare",
                    "base64",
                    "curl",
                    "wget",
                    "docker",
                    "podman",
                    "buildah",
                    "kubectl",
                    "oc",
                    "helm",
                    "helmfile",
                    "vault",
                    "bao",
                    "terraform",
                    "tofu",
                    "aws",
                    "gcloud",
                    "az",
                    "ssh",
                    "scp",
                    "git",
                    "mysql",
                    "mysqldump",
                    "psql",
                    "mongo",
                    "mongosh",
                    "redis-cli",
                    "mvn",
                    "gradle",
                    "npm",
                    "gitleaks",
                    "trufflehog",
                    "hushgate",
                    "detect-secrets",
                    "trivy",
                    "checkov",
                    "conftest",
                    "opa",
                    "semgrep",
                    "pachctl",
                    "sops",
                    "ansible-vault",
                    "ssh-keygen",
                    "openssl",
                    "sha256sum",
                    "shasum",
                    "sha512sum",
                    "gpg",
                    "cosign",
                    "minisign",
                    "sshpass",
                    "pre-commit",
                    "kubeseal",
                    "chmod",
                    "smp-secrets");

    /** Programs that are told of only when they touch a variable or file of a secret. */
    private static final Set<String> SHOWING =
            Set.of(
                    "echo", "printf", "cat", "tee", "cp", "mv", "rm", "sh", "bash", "install",
                    "tar");

    /** How many subcommands a program has before its operands begin. */
    private static final Map<String, Integer> VERBS =
            Map.ofEntries(
                    Map.entry("docker", 2),
                    Map.entry("podman", 2),
                    Map.entry("buildah", 1),
                    Map.entry("kubectl", 3),
                    Map.entry("oc", 3),
                    Map.entry("helm", 2),
                    Map.entry("helmfile", 1),
                    Map.entry("vault", 2),
                    Map.entry("bao", 2),
                    Map.entry("terraform", 1),
                    Map.entry("tofu", 1),
                    Map.entry("aws", 2),
                    Map.entry("gcloud", 4),
                    Map.entry("az", 3),
                    Map.entry("git", 1),
                    Map.entry("npm", 1),
                    Map.entry("pachctl", 2),
                    Map.entry("cosign", 1),
                    Map.entry("openssl", 1),
                    Map.entry("gitleaks", 1),
                    Map.entry("hushgate", 1),
                    Map.entry("trivy", 1),
                    Map.entry("trufflehog", 1),
                    Map.entry("conftest", 1),
                    Map.entry("ansible-vault", 1),
                    Map.entry("pre-commit", 1));

    /** Words after which a value follows and no further subcommand. */
    private static final Set<String> LAST_VERBS = Set.of("login", "use-auth-token", "unseal");

    private static final Pattern VERB = Pattern.compile("[a-z][a-z-]{1,30}");
    private static final Pattern FLAG = Pattern.compile("--?[A-Za-z][\\w.-]{0,63}");
    private static final Pattern WORDY =
            Pattern.compile("--[\\w.-]+|-[A-Za-z][a-z-]{0,30}|-[A-Za-z]{1,6}");
    private static final Pattern ASSIGNED =
            Pattern.compile("(-{0,2}[A-Za-z_][\\w.\\[\\]-]{0,99})=(.*)", Pattern.DOTALL);
    private static final Pattern VARIABLE =
            Pattern.compile(
                    "\\$\\{\\{\\s*([\\w.\\[\\]'-]{1,80})|\\$\\{?([A-Za-z_]\\w{0,80})|<\\+([\\w.]{1,80})|\\$\\(([A-Za-z_]\\w{0,60})\\)");
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?|ftp|git|ssh|s3|gs)://[^\\s\"']{1,300}");
    private static final Pattern USER = Pattern.compile("//([^/@\\s:]*):([^/@\\s]+)@");
    private static final Pattern AZURE =
            Pattern.compile("##vso\\[task\\.setvariable variable=([\\w.-]{1,80})");
    private static final Pattern FILE =
            Pattern.compile(
                    "[\\w./~${}*-]*/[\\w./~${}*-]{1,160}|[\\w.-]{0,80}\\.(?:pem|key|json|env|ya?ml|txt|sh|tar|t?gz|zip|crt|p12|jks|tfstate"
                            + "|log|cfg|conf|properties|xml|p8|ppk|asc)|\\.(?:env[\\w.-]*|npmrc|netrc|pypirc|dockercfg)|id_(?:rsa|ed25519|ecdsa|dsa)");
    private static final Pattern LONG_SEGMENT = Pattern.compile("[^/]{41}");
    private static final int MAX = 40;

    private CommandFacts() {}

    /** Adds a fact for each command that policies may ask about. */
    static void add(String subject, List<Command> commands, Collector into) {
        IdentityHashMap<Command, String> readers = new IdentityHashMap<>();
        for (Command command : commands) {
            command.before().ifPresent(before -> readers.putIfAbsent(before, program(command)));
        }
        for (int i = 0; i < commands.size(); i++) {
            Command command = commands.get(i);
            boolean ignored = i + 1 < commands.size() && excuses(commands.get(i + 1));
            read(subject, command, readers.getOrDefault(command, ""), ignored)
                    .map(fact -> fact.at(into))
                    .ifPresent(into::add);
        }
    }

    /** What runs where the command before it failed, and fails with nothing. */
    private static boolean excuses(Command command) {
        return command.alternative()
                && Set.of("true", ":", "echo", "exit").contains(program(command))
                && (command.words().size() < 2
                        || program(command).equals("echo")
                        || command.words().get(1).is("0"));
    }

    private static int start(List<Word> words) {
        int i = 0;
        while (i < words.size()
                && (words.get(i).is("sudo")
                        || words.get(i).is("-E")
                        || (words.get(i).is("env")
                                && i + 1 < words.size()
                                && words.get(i + 1).text().contains("="))
                        || (i > 0
                                && words.get(i - 1).is("env")
                                && words.get(i).text().contains("=")))) {
            i++;
        }
        return i;
    }

    private static String program(Command command) {
        int at = start(command.words());
        if (at >= command.words().size()) {
            return "";
        }
        String word = command.words().get(at).text();
        return word.substring(word.lastIndexOf('/') + 1);
    }

    private static Optional<Found> read(
            String subject, Command command, String pipesTo, boolean ignored) {
        String program = program(command);
        boolean shows = SHOWING.contains(program);
        List<Word> words = command.words();
        int at = start(words) + 1;
        Found found = new Found(subject, program, command, pipesTo, ignored);
        int verbs = VERBS.getOrDefault(program, 0);
        while (at < words.size()) {
            Word word = words.get(at);
            found.expansions(word);
            Matcher assigned = ASSIGNED.matcher(word.text());
            if (assigned.matches() && !word.text().startsWith("http")) {
                verbs = word.text().startsWith("-") ? verbs : 0;
                found.assigned(assigned, word);
            } else if (FLAG.matcher(word.text()).matches()) {
                found.flag(word.text());
                if (at + 1 < words.size()
                        && Naming.isSecret(word.text())
                        && !words.get(at + 1).text().startsWith("-")) {
                    found.setting(word.text(), words.get(at + 1).text(), words.get(at + 1));
                    found.expansions(words.get(++at));
                }
            } else if (verbs > 0 && VERB.matcher(word.text()).matches()) {
                found.verbs.add(word.text());
                verbs = LAST_VERBS.contains(word.text()) ? 0 : verbs - 1;
            } else {
                verbs = 0;
                found.operand(word);
            }
            at++;
        }
        found.special();
        boolean sets =
                found.settings.stream().anyMatch(one -> one.name().equals("task.setvariable"));
        boolean tell =
                sets
                        || TOLD.contains(program)
                        || (found.speaksOfSecrets() && (shows || found.givesLiteral()));
        boolean runs =
                Set.of("sh", "bash", "tar").contains(program) && command.before().isPresent();
        return !program.isEmpty() && (tell || runs) ? Optional.of(found) : Optional.empty();
    }

    /** A fact in the making. */
    private static final class Found {
        final String subject;
        final String program;
        final Command command;
        final String pipesTo;
        final boolean ignored;
        final List<String> verbs = new ArrayList<>();
        final List<String> flags = new ArrayList<>();
        final List<Setting> settings = new ArrayList<>();
        final List<String> variables = new ArrayList<>();
        final List<String> files = new ArrayList<>();
        final List<String> addresses = new ArrayList<>();

        Found(String subject, String program, Command command, String pipesTo, boolean ignored) {
            this.subject = subject;
            this.program = program;
            this.command = command;
            this.pipesTo = pipesTo;
            this.ignored = ignored;
        }

        BuildFact.Command at(Collector into) {
            Place place = command.words().getFirst().origin().place();
            return new BuildFact.Command(
                    subject,
                    program,
                    verbs,
                    flags,
                    settings,
                    variables,
                    files,
                    addresses,
                    command.before().map(CommandFacts::program).orElse(""),
                    limited(command.output()),
                    pipesTo,
                    ignored,
                    into.at(place));
        }

        /** A short flag may have its value right behind it, which is not told. */
        void flag(String text) {
            boolean whole =
                    WORDY.matcher(text).matches()
                            && !program.startsWith("mysql")
                            && !program.equals("sshpass");
            flags.add(whole ? text : text.substring(0, Math.min(2, text.length())));
        }

        void expansions(Word word) {
            Matcher variable = VARIABLE.matcher(word.text());
            while (variable.find() && variables.size() < MAX) {
                for (int group = 1; group <= variable.groupCount(); group++) {
                    String name = variable.group(group);
                    if (name != null && !variables.contains(name)) {
                        variables.add(name);
                    }
                }
            }
        }

        void assigned(Matcher assigned, Word word) {
            String name = assigned.group(1);
            String value = assigned.group(2);
            if (name.startsWith("-")) {
                flag(name);
            }
            Matcher inner = ASSIGNED.matcher(value);
            boolean literal =
                    name.equals("--from-literal")
                            || name.equals("--set")
                            || name.equals("--set-string")
                            || name.equals("--build-arg")
                            || name.equals("-e")
                            || name.equals("--env");
            if (literal && inner.matches()) {
                setting(inner.group(1), inner.group(2), word);
            } else if (name.equals("--from-file")
                    || name.equals("--output-json")
                    || Naming.isSecret(name)
                    || !name.startsWith("-")) {
                setting(name, value, word);
            }
            if (isFile(value)) {
                files.add(limited(value));
            }
        }

        void setting(String name, String value, Word at) {
            if (settings.size() < MAX) {
                Place place = at.origin().place();
                boolean file = value.startsWith("@") || value.equals("-") || value.equals("@-");
                ValueClass what =
                        file || FILE.matcher(value).matches()
                                ? ValueClass.REFERENCE
                                : ValueClassifier.of(value);
                boolean flag = value.equals("true") || value.equals("false");
                settings.add(
                        new Setting(
                                name,
                                flag ? ValueClass.PLACEHOLDER : what,
                                "",
                                place.line(),
                                place.column()));
            }
        }

        void operand(Word word) {
            String text = word.text();
            Matcher azure = AZURE.matcher(text);
            if (azure.find() && !text.contains("issecret=true") && settings.size() < MAX) {
                Place place = word.origin().place();
                settings.add(
                        new Setting(
                                "task.setvariable",
                                ValueClass.REFERENCE,
                                azure.group(1),
                                place.line(),
                                place.column()));
            }
            Matcher address = ADDRESS.matcher(text);
            if (address.find()) {
                Matcher user = USER.matcher(text);
                if (user.find()) {
                    setting("userinfo", user.group(2), word);
                }
                addresses.add(limited(address.group().replaceFirst("//[^/@]*@", "//")));
            } else if (isFile(text)) {
                files.add(limited(text));
            }
            if (previousIs(word, "-u", "--user") && text.contains(":") && program.equals("curl")) {
                setting("--user", text.substring(text.indexOf(':') + 1), word);
            } else if (previousIs(word, "-H", "--header")
                    && text.toLowerCase(Locale.ROOT)
                            .matches(
                                    "(?s)(authorization|x-vault-token|private-token|x-api-key)\\s*:.*")) {
                String value = text.substring(text.indexOf(':') + 1).strip();
                setting("--header", value.replaceFirst("(?i)^(bearer|basic|token)\\s+", ""), word);
            } else if (previousIs(
                    word,
                    "--from-literal",
                    "--set",
                    "--set-string",
                    "--build-arg",
                    "-e",
                    "--env")) {
                int equals = text.indexOf('=');
                if (equals > 0) {
                    setting(text.substring(0, equals), text.substring(equals + 1), word);
                }
            }
        }

        private boolean previousIs(Word word, String... flags) {
            int at = command.words().indexOf(word);
            return at > 0 && Set.of(flags).contains(command.words().get(at - 1).text());
        }

        /** Flags whose short form is that of a password. */
        void special() {
            for (int i = 1; i < command.words().size(); i++) {
                Word word = command.words().get(i);
                String text = word.text();
                boolean login = verbs.contains("login") && !program.equals("az");
                if (login && text.equals("-p") && i + 1 < command.words().size()) {
                    setting(
                            "--password",
                            command.words().get(i + 1).text(),
                            command.words().get(i + 1));
                } else if (program.startsWith("mysql")
                        && text.startsWith("-p")
                        && text.length() > 2) {
                    setting("--password", text.substring(2), word);
                } else if (program.equals("sshpass") && text.startsWith("-p")) {
                    String value =
                            text.length() > 2
                                    ? text.substring(2)
                                    : i + 1 < command.words().size()
                                            ? command.words().get(i + 1).text()
                                            : "";
                    setting("--password", value, word);
                } else if ((program.equals("vault") || program.equals("bao"))
                        && verbs.contains("login")
                        && i == command.words().size() - 1
                        && !text.startsWith("-")
                        && !text.contains("=")
                        && !VERB.matcher(text).matches()) {
                    setting("token", text, word);
                }
            }
        }

        boolean speaksOfSecrets() {
            return variables.stream()
                            .anyMatch(name -> Naming.isSecret(name) || name.startsWith("secrets."))
                    || settings.stream().anyMatch(setting -> Naming.isSecret(setting.name()))
                    || files.stream().anyMatch(Found::isSecretFile);
        }

        boolean givesLiteral() {
            return settings.stream()
                    .anyMatch(setting ->
                            Naming.isSecret(setting.name())
                                    && setting.value() == ValueClass.LITERAL);
        }

        private static boolean isSecretFile(String file) {
            return file.matches(
                    "(?i).*(?:\\.env[\\w.-]*|id_(?:rsa|ed25519|ecdsa|dsa)|\\.pem|\\.key|\\.p12|\\.jks|\\.kube/config|\\.npmrc|\\.netrc|\\.aws/.*|\\.ssh/.*|\\.docker/config\\.json|secrets?/.*|.*secret.*|.*credential.*)");
        }

        /** A path; a segment too long for a name may be a token. */
        private static boolean isFile(String text) {
            return FILE.matcher(text).matches() && !LONG_SEGMENT.matcher(text).find();
        }

        private static String limited(String text) {
            return text.length() <= 300 ? text : text.substring(0, 300);
        }
    }
}
