package io.hushgate.estate.ansible;

import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.read.Budget;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import io.hushgate.estate.tree.Node.Sequence;
import io.hushgate.estate.vault.ApiRequest;
import io.hushgate.estate.vault.PolicyCollector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads plays and tasks. A write to a path of Vault's own settings, such as a role, is what it
 * writes; any other is a use.
 *
 * <p>Source: docs.ansible.com, collections, community.hashi_vault; playbook guide, loops.
 */
public final class AnsibleTasks {
    private static final List<String> TASKS =
            List.of("tasks", "pre_tasks", "post_tasks", "handlers", "block", "rescue", "always");

    private static final List<String> LOOPS =
            List.of("loop", "with_items", "with_list", "with_dict");

    private static final int MAX_DEPTH = 8;
    private static final int MAX_ROUNDS = 200;

    /** Values of one play that are filled in. */
    private static final int MAX_VALUES = 100_000;

    private final PolicyCollector policies;

    public AnsibleTasks(PolicyCollector policies) {
        this.policies = policies;
    }

    /**
     * Reads a play, or one task of a list of them; anything else leaves nothing.
     *
     * @return whether a task leaves an expression open, which files beside this one may fill in
     */
    public boolean read(Mapping document, Collector into) {
        return read(document, Map.of(), into);
    }

    /** The same with variables that other files give. */
    boolean read(Mapping document, Map<String, Node> known, Collector into) {
        Variables variables = new Variables(known, new Budget(MAX_VALUES));
        return read(document, variables, MAX_DEPTH, into);
    }

    private boolean read(Mapping item, Variables outer, int depth, Collector into) {
        Variables variables = outer.with(item.mapping("vars"));
        boolean open = false;
        for (String list : depth == 0 ? List.<String>of() : TASKS) {
            for (Mapping task : item.mappings(list)) {
                open |= read(task, variables, depth - 1, into);
            }
        }
        for (Entry entry : item.entries()) {
            String module = entry.key().text().substring(entry.key().text().lastIndexOf('.') + 1);
            if (module.startsWith("vault_") && entry.value() instanceof Mapping arguments) {
                for (Variables round : rounds(item, variables)) {
                    if (round.filled(arguments) instanceof Mapping filled) {
                        open |= filled.text("path").contains("{{") || leavesOpen(item, variables);
                        call(module, filled, entry.key(), into);
                    }
                }
            }
        }
        return open;
    }

    /** Tells whether the loop of a task is over something that is not known. */
    private static boolean leavesOpen(Mapping task, Variables variables) {
        return LOOPS.stream()
                .flatMap(loop -> task.get(loop).map(variables::filled).stream())
                .anyMatch(Scalar.class::isInstance);
    }

    /** The variables of each round of a task's loop; a loop that is not literal is one round. */
    private static List<Variables> rounds(Mapping task, Variables variables) {
        for (String loop : LOOPS) {
            Optional<Node> list = task.get(loop).map(variables::filled);
            if (list.isPresent()) {
                String name = task.mapping("loop_control").text("loop_var");
                List<Variables> rounds = new ArrayList<>();
                for (Node item : items(list.get())) {
                    if (rounds.size() < MAX_ROUNDS) {
                        rounds.add(variables.with(name.isEmpty() ? "item" : name, item));
                    }
                }
                return rounds.isEmpty() ? List.of(variables) : rounds;
            }
        }
        return List.of(variables);
    }

    /** Items of a list; of a mapping its entries, as {@code with_dict} has them. */
    private static List<Node> items(Node collection) {
        List<Node> items = new ArrayList<>();
        if (collection instanceof Sequence sequence) {
            items.addAll(sequence.items());
        } else if (collection instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                Scalar key = Scalar.standingFor(Form.TEXT, "key", entry.key().place());
                Scalar value = Scalar.standingFor(Form.TEXT, "value", entry.key().place());
                items.add(
                        new Mapping(
                                List.of(
                                        new Entry(key, entry.key()),
                                        new Entry(value, entry.value())),
                                entry.key().place()));
            }
        }
        return items;
    }

    private void call(String module, Mapping arguments, Scalar at, Collector into) {
        Settings settings = Settings.of(arguments);
        String path = settings.text("path");
        String bare = path.startsWith("/") ? path.substring(1) : path;
        String engine = settings.text("engine_mount_point");
        switch (module) {
            case "vault_kv2_get" ->
                    use(or(engine, "secret") + "/data/" + bare, "read", settings, at, into);
            case "vault_kv2_write" ->
                    use(or(engine, "secret") + "/data/" + bare, "update", settings, at, into);
            case "vault_kv2_delete" ->
                    use(or(engine, "secret") + "/data/" + bare, "delete", settings, at, into);
            case "vault_kv1_get" -> use(or(engine, "kv") + "/" + bare, "read", settings, at, into);
            case "vault_read" -> use(bare, "read", settings, at, into);
            case "vault_list" -> use(bare, "list", settings, at, into);
            case "vault_write" -> {
                if (bare.startsWith("sys/") || bare.startsWith("auth/")) {
                    Settings data = Settings.of(arguments.mapping("data"));
                    new ApiRequest(bare, data, "ansible", at.place()).read(into, policies);
                } else {
                    use(bare, "update", settings, at, into);
                }
            }
            case "vault_database_static_role_get_credentials" ->
                    use(
                            or(engine, "database") + "/static-creds/" + settings.text("role_name"),
                            "read",
                            settings,
                            at,
                            into);
            case "vault_pki_generate_certificate" ->
                    use(
                            or(engine, "pki") + "/issue/" + settings.text("role_name"),
                            "update",
                            settings,
                            at,
                            into);
            default -> {}
        }
    }

    private static void use(
            String path, String operation, Settings settings, Scalar at, Collector into) {
        boolean withRole = settings.text("auth_method").equals("jwt");
        String role = withRole ? settings.text("role_id").toLowerCase(Locale.ROOT) : "";
        if (path.isEmpty() || path.endsWith("/")) {
            return;
        }
        into.add(
                new Use(
                        "",
                        "playbook",
                        "",
                        role.contains("{{") ? "" : role,
                        role.isEmpty() ? "" : or(settings.text("mount_point"), "jwt"),
                        "",
                        path,
                        "",
                        operation,
                        "ansible",
                        into.at(at.place(), !path.contains("{{"))));
    }

    private static String or(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }
}
