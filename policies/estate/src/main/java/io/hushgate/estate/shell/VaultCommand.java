package io.hushgate.estate.shell;

import io.hushgate.estate.fact.Confidence;
import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.fact.Ttl;
import io.hushgate.estate.fact.VaultFact.AuthMount;
import io.hushgate.estate.fact.VaultFact.Mount;
import io.hushgate.estate.fact.VaultFact.PolicyAlias;
import io.hushgate.estate.fact.VaultFact.TokenGrant;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Escapes;
import io.hushgate.estate.tree.JsonReader;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Origin;
import io.hushgate.estate.tree.Place;
import io.hushgate.estate.tree.Source;
import io.hushgate.estate.vault.ApiRequest;
import io.hushgate.estate.vault.PolicyCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the command lines of {@code vault} and {@code bao}. */
final class VaultCommand {
    private static final String FORMAT = "shell";
    private static final Set<String> PROGRAMS = Set.of("vault", "bao");
    private static final Set<String> VERBS =
            Set.of(
                    "write",
                    "policy",
                    "auth",
                    "secrets",
                    "token",
                    "kv",
                    "audit",
                    "read",
                    "list",
                    "delete",
                    "patch",
                    "policy-write",
                    "auth-enable",
                    "mount",
                    "token-create");
    private static final Set<String> WITHOUT_VALUE =
            Set.of(
                    "force",
                    "f",
                    "orphan",
                    "renewable",
                    "no-default-policy",
                    "tls-skip-verify",
                    "local",
                    "seal-wrap",
                    "non-interactive",
                    "address-insecure",
                    "i",
                    "t",
                    "it",
                    "n");

    private final Limits limits;
    private final PolicyCollector policies;

    VaultCommand(Limits limits, PolicyCollector policies) {
        this.limits = limits;
        this.policies = policies;
    }

    /**
     * Reads a command if it runs Vault, also behind {@code kubectl exec ... --} and the like.
     *
     * @param files what the script wrote to files so far
     * @param used takes the names of files that the command reads
     */
    void read(Command command, Map<String, Source> files, Set<String> used, Collector into) {
        List<Word> words = command.words();
        for (int i = 0; i + 1 < words.size(); i++) {
            String program = words.get(i).text();
            boolean isVault = PROGRAMS.contains(program.substring(program.lastIndexOf('/') + 1));
            if (isVault && VERBS.contains(words.get(i + 1).text())) {
                Call call =
                        new Call(
                                words.get(i + 1).text(),
                                Flags.of(words.subList(i + 2, words.size()), WITHOUT_VALUE),
                                words.get(i).origin().place(),
                                command.standardInput(),
                                files,
                                used);
                read(call, into);
                return;
            }
        }
    }

    private void read(Call call, Collector into) {
        Optional<Word> first = call.flags.operand(0);
        String verb = first.map(Word::text).orElse("");
        switch (call.verb) {
            case "write", "patch" -> first.ifPresent(path -> write(path, call, into));
            case "read" -> first.ifPresent(path -> use(path, path.text(), "read", into));
            case "list" -> first.ifPresent(path -> use(path, path.text(), "list", into));
            case "delete" -> first.ifPresent(path -> use(path, path.text(), "delete", into));
            case "policy-write" -> policy(call, 0, into);
            case "policy" -> {
                if (verb.equals("write")) {
                    policy(call, 1, into);
                }
            }
            case "auth-enable" -> first.ifPresent(type -> auth(type, call, into));
            case "auth" -> {
                if (verb.equals("enable")) {
                    call.flags.operand(1).ifPresent(type -> auth(type, call, into));
                }
            }
            case "mount" -> first.ifPresent(type -> into.add(mount(type, call, into)));
            case "secrets" -> {
                if (verb.equals("enable")) {
                    call.flags.operand(1).ifPresent(type -> into.add(mount(type, call, into)));
                }
            }
            case "token-create" -> token(call, into);
            case "token" -> {
                if (verb.equals("create")) {
                    token(call, into);
                }
            }
            case "audit" -> {
                if (verb.equals("enable")) {
                    call.flags.operand(1).ifPresent(type -> audit(type, call, into));
                }
            }
            case "kv" -> kv(verb, call, into);
            default -> {}
        }
    }

    private void write(Word path, Call call, Collector into) {
        Mapping payload =
                call.flags.operand(1).filter(word -> word.is("-")).isPresent()
                        ? call.input.map(this::json).orElseGet(() -> settings(call, 1))
                        : settings(call, 1);
        for (Entry entry : payload.entries()) {
            if (entry.value() instanceof Scalar value && value.text().startsWith("@")) {
                call.used.add(value.text().substring(1));
            }
        }
        String bare = trimmed(path.text());
        new ApiRequest(bare, Settings.of(withFiles(payload, call)), FORMAT, path.origin().place())
                .read(into, policies);
        use(path, bare, "update", into);
    }

    /** Policies that were written to a file by the same script stand in for their {@code @file}. */
    private static Mapping withFiles(Mapping payload, Call call) {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : payload.entries()) {
            Optional<Source> body =
                    entry.value() instanceof Scalar value && value.text().startsWith("@")
                            ? Optional.ofNullable(call.files.get(value.text().substring(1)))
                            : Optional.empty();
            entries.add(
                    body.filter(_ -> entry.key().text().equals("policy"))
                            .map(text -> new Entry(entry.key(), whole(text)))
                            .orElse(entry));
        }
        return new Mapping(entries, payload.place());
    }

    private static Scalar whole(Source text) {
        return new Scalar(
                Form.TEXT,
                text.text(),
                "",
                new Origin(text, 0, text.text().length(), Escapes.NONE));
    }

    private Mapping json(Source text) {
        return new JsonReader(limits)
                .read(text).documents().stream()
                        .flatMap(document -> document.asMapping().stream())
                        .findFirst()
                        .orElse(new Mapping(List.of(), text.placeAt(0)));
    }

    /** The {@code name=value} operands after the first ones. */
    private static Mapping settings(Call call, int from) {
        List<Entry> entries = new ArrayList<>();
        for (Word word :
                call.flags
                        .operands()
                        .subList(
                                Math.min(from, call.flags.operands().size()),
                                call.flags.operands().size())) {
            int equals = word.text().indexOf('=');
            if (equals > 0) {
                Scalar whole = word.from(0);
                Scalar key =
                        new Scalar(Form.TEXT, word.text().substring(0, equals), "", whole.origin());
                entries.add(new Entry(key, word.from(equals + 1)));
            }
        }
        return new Mapping(entries, call.place);
    }

    private void policy(Call call, int from, Collector into) {
        Optional<Word> name = call.flags.operand(from);
        Optional<Word> text = call.flags.operand(from + 1);
        if (name.isEmpty()) {
            return;
        }
        boolean fromInput = text.isEmpty() || text.get().is("-") || text.get().is("/dev/stdin");
        Optional<Source> body =
                fromInput ? call.input : Optional.ofNullable(call.files.get(text.get().text()));
        Place place = name.get().origin().place();
        if (body.isPresent()) {
            text.ifPresent(file -> call.used.add(file.text()));
            policies.add(name.get().text(), body.get(), FORMAT, into, place);
        } else if (!fromInput) {
            String file = text.get().text();
            into.add(
                    new PolicyAlias(
                            name.get().text().toLowerCase(Locale.ROOT),
                            file.startsWith("@") ? file.substring(1) : file,
                            into.at(place, !name.get().expands() && !text.get().expands())));
        }
    }

    private static void auth(Word type, Call call, Collector into) {
        String path = call.flags.text("path");
        into.add(
                new AuthMount(
                        trimmed(path.isEmpty() ? type.text() : path),
                        type.text(),
                        into.at(type.origin().place(), !type.expands() && !path.contains("$"))));
    }

    private static Mount mount(Word type, Call call, Collector into) {
        String path = call.flags.text("path");
        String version = call.flags.text("version");
        Optional<Long> stated =
                version.equals("2")
                        ? Optional.of(2L)
                        : version.equals("1") ? Optional.of(1L) : Optional.empty();
        List<String> plain = new ArrayList<>();
        for (String flag : List.of("audit-non-hmac-request-keys", "audit-non-hmac-response-keys")) {
            call.flags.all(flag).forEach(key -> plain.add(key.text()));
        }
        return ApiRequest.mount(
                path.isEmpty() ? type.text() : path,
                type.text(),
                stated,
                plain,
                into,
                type.origin().place());
    }

    private static void token(Call call, Collector into) {
        List<String> names = new ArrayList<>();
        for (Word policy : call.flags.all("policy")) {
            names.add(policy.text().toLowerCase(Locale.ROOT));
        }
        into.add(
                new TokenGrant(
                        names,
                        Ttl.of(call.flags.text("ttl")),
                        Ttl.of(call.flags.text("period")),
                        Ttl.of(call.flags.text("explicit-max-ttl")),
                        call.flags.has("orphan"),
                        call.flags.text("role"),
                        into.at(call.place)));
    }

    private static void audit(Word type, Call call, Collector into) {
        String path = call.flags.text("path");
        List<Entry> entries = new ArrayList<>(settings(call, 2).entries());
        Scalar key = type.from(0);
        entries.add(new Entry(new Scalar(Form.TEXT, "type", "", key.origin()), key));
        into.add(
                ApiRequest.audit(
                        path.isEmpty() ? type.text() : path,
                        Settings.of(new Mapping(entries, call.place)),
                        into,
                        type.origin().place()));
    }

    /** {@code vault kv} inserts the {@code data/} or {@code metadata/} of version 2 by itself. */
    private static void kv(String verb, Call call, Collector into) {
        boolean metadata = verb.equals("metadata");
        String action = metadata ? call.flags.operand(1).map(Word::text).orElse("") : verb;
        String operation =
                switch (action) {
                    case "get" -> "read";
                    case "put", "destroy", "undelete" -> "update";
                    case "patch", "list", "delete" -> action;
                    default -> "";
                };
        Optional<Word> path = call.flags.operand(metadata ? 2 : 1);
        if (operation.isEmpty() || path.isEmpty()) {
            return;
        }
        String asked = trimmed(path.get().text());
        String mount = call.flags.text("mount");
        String whole = mount.isEmpty() ? asked : trimmed(mount) + "/" + asked;
        int slash = whole.indexOf('/');
        String inserted =
                switch (action) {
                    case "list" -> "/metadata/";
                    case "destroy", "undelete" -> "/" + action + "/";
                    default -> metadata ? "/metadata/" : "/data/";
                };
        String api =
                slash < 0
                        ? whole
                        : whole.substring(0, slash) + inserted + whole.substring(slash + 1);
        use(path.get(), api, operation, into.atMost(Confidence.MEDIUM));
    }

    private static void use(Word at, String path, String operation, Collector into) {
        into.add(
                new Use(
                        "",
                        "script",
                        "",
                        "",
                        "",
                        "",
                        trimmed(path),
                        "",
                        operation,
                        FORMAT,
                        into.at(at.origin().place(), !at.expands())));
    }

    private static String trimmed(String path) {
        String bare = path.startsWith("/") ? path.substring(1) : path;
        return bare.endsWith("/") ? bare.substring(0, bare.length() - 1) : bare;
    }

    /** One command line of Vault. */
    private record Call(
            String verb,
            Flags flags,
            Place place,
            Optional<Source> input,
            Map<String, Source> files,
            Set<String> used) {}
}
