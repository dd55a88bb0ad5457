package io.hushgate.cli.policy.conftest;

import io.hushgate.rego.Evaluation;
import io.hushgate.rego.Program;
import io.hushgate.rego.Rego;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.load.NamePattern;
import io.hushgate.rego.value.JsonWriter;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import io.hushgate.rego.watch.Trace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Policies in conftest's conventions, ready to test files.
 *
 * <p>Rules named {@code deny}, {@code violation} or {@code warn}, alone or with a suffix after an
 * underscore, hold messages; {@code exception} holds lists of suffixes that are let off. While a
 * file is tested, {@code data.conftest.file} has its {@code name} and {@code dir}.
 *
 * <p>Source: conftest documentation, "Writing policies" and "Exceptions"; its policy/engine.go.
 */
public final class Conftest {
    private static final Pattern WILD = Pattern.compile("[*?\\[]");

    /** More than anybody reads of one document. */
    private static final int MAX_STEPS = 100_000;

    private final List<Module> modules;
    private final RegoObject data;
    private final Program program;

    private final Optional<Listener> listener;

    private Conftest(
            List<Module> modules, RegoObject data, Program program, Optional<Listener> listener) {
        this.modules = modules;
        this.data = data;
        this.program = program;
        this.listener = listener;
    }

    /** Is told what the test of each document did. */
    @FunctionalInterface
    public interface Listener {
        /** The steps of one evaluation, in order. */
        void evaluated(String file, String namespace, Trace trace);
    }

    /**
     * Compiles the policies.
     *
     * @throws io.hushgate.rego.ast.RegoException if they do not compile
     * @throws ConftestProblem if there are none, or if a rule could never report anything
     */
    public static Conftest of(Rego rego) {
        if (rego.modules().isEmpty()) {
            throw new ConftestProblem("no policies found; name a directory of them with --policy");
        }
        Program program = rego.compile();
        rego.modules().forEach(Namespace::refuseIfWithoutContains);
        return new Conftest(rego.modules(), rego.data(), program, Optional.empty());
    }

    /** The same policies with somebody watching. */
    public Conftest tracedTo(Listener newListener) {
        return new Conftest(modules, data, program, Optional.of(newListener));
    }

    /** All namespaces, in the order of the modules. */
    public List<String> namespaces() {
        return modules.stream().map(Namespace::nameOf).distinct().toList();
    }

    /**
     * The namespaces that patterns with {@code *}, {@code ?} and {@code [...]} mean; plain names as
     * they are.
     */
    public List<String> namespaces(List<String> patterns) {
        if (patterns.stream().noneMatch(pattern -> WILD.matcher(pattern).find())) {
            return patterns;
        }
        List<NamePattern> globs = patterns.stream().map(Conftest::glob).toList();
        return namespaces().stream()
                .filter(name -> globs.stream().anyMatch(glob -> glob.matches(name)))
                .toList();
    }

    private static NamePattern glob(String pattern) {
        try {
            return NamePattern.of(pattern);
        } catch (IllegalArgumentException e) {
            throw new ConftestProblem("--namespace " + e.getMessage());
        }
    }

    /** Tests one file with the rules of one namespace, document by document. */
    public CheckResult check(ConftestInput input, String namespace) {
        Namespace rules = Namespace.of(namespace, modules);
        Program here = program.withData(data.with(RegoString.of("conftest"), place(input.name())));
        CheckResult result = CheckResult.nothing(input.name(), namespace);
        for (Value document : input.documents()) {
            Trace trace = new Trace(listener.isPresent() ? MAX_STEPS : 0);
            Program watched = listener.isPresent() ? here.watchedBy(trace, rule -> rule) : here;
            result = result.and(check(input.name(), rules, watched.evaluate(document)));
            listener.ifPresent(l -> l.evaluated(input.name(), namespace, trace));
        }
        return result;
    }

    private static RegoObject place(String name) {
        Path file = Path.of(name).toAbsolutePath().normalize();
        Path directory = file.getParent();
        RegoObject place =
                RegoObject.builder()
                        .put("name", RegoString.of(String.valueOf(file.getFileName())))
                        .put("dir", RegoString.of(directory == null ? "" : directory.toString()))
                        .build();
        return RegoObject.of(RegoString.of("file"), place);
    }

    private static CheckResult check(String file, Namespace namespace, Evaluation evaluation) {
        List<Judgement> warnings = new ArrayList<>();
        List<Judgement> failures = new ArrayList<>();
        List<Judgement> exceptions = new ArrayList<>();
        int passed = 0;
        for (String rule : namespace.rules()) {
            List<Judgement> exempt = exceptions(rule, namespace, evaluation);
            exceptions.addAll(exempt);
            Value value = evaluation.value(namespace.path(rule));
            if (!exempt.isEmpty() || value == null) {
                continue;
            }
            String query = "data.%s.%s".formatted(namespace.name(), rule);
            for (Judgement judgement : judgements(value, query)) {
                if (judgement.message().isEmpty()) {
                    passed++;
                } else {
                    (Namespace.isFailure(rule) ? failures : warnings).add(judgement);
                }
            }
        }
        int told = warnings.size() + failures.size() + exceptions.size() + passed;
        int successes = passed + Math.max(0, namespace.definitions() - told);
        return new CheckResult(
                file, namespace.name(), successes, warnings, failures, exceptions, List.of());
    }

    private static List<Judgement> exceptions(
            String rule, Namespace namespace, Evaluation evaluation) {
        RegoString suffix = RegoString.of(Namespace.suffix(rule));
        String query =
                "data.%s.exception[_][_] == %s"
                        .formatted(namespace.name(), JsonWriter.COMPACT.write(suffix));
        List<Judgement> found = new ArrayList<>();
        for (Value names : members(evaluation.value(namespace.path("exception")))) {
            for (Value name : members(names)) {
                if (name.equals(suffix)) {
                    found.add(Judgement.exception(query));
                }
            }
        }
        return found;
    }

    /** What a rule says; a value that is no collection, or an empty one, says that all is well. */
    private static List<Judgement> judgements(Value value, String query) {
        List<Value> members = value instanceof RegoObject ? List.of() : members(value);
        if (members.isEmpty()) {
            return List.of(Judgement.of(RegoString.EMPTY, query));
        }
        List<Judgement> judgements = new ArrayList<>();
        for (Value member : members) {
            if (member instanceof RegoString message) {
                judgements.add(Judgement.of(message, query));
            } else if (member instanceof RegoObject object) {
                judgements.add(Judgement.of(object, query));
            }
        }
        return judgements;
    }

    private static List<Value> members(@Nullable Value value) {
        List<Value> members = new ArrayList<>();
        if (value instanceof RegoSet set) {
            set.toSortedArray().forEach(members::add);
        } else if (value instanceof RegoArray array) {
            array.forEach(members::add);
        } else if (value instanceof RegoObject object) {
            object.forEach((_, member) -> members.add(member));
        }
        return members;
    }
}
