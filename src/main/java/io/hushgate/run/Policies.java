package io.hushgate.run;

import io.hushgate.config.Configuration;
import io.hushgate.core.Address;
import io.hushgate.core.Violation;
import io.hushgate.library.Library;
import io.hushgate.library.PolicyFile;
import io.hushgate.rego.Evaluation;
import io.hushgate.rego.Precompiled;
import io.hushgate.rego.Program;
import io.hushgate.rego.Rego;
import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoException;
import io.hushgate.rego.ast.Rule;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.syntax.Parser;
import io.hushgate.rego.syntax.ParserOptions;
import io.hushgate.rego.value.RegoArray;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoSet;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import io.hushgate.report.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The policies of a run: the shipped library and what the user adds. Facts go in, violations come
 * out; the gate is asked last.
 */
final class Policies {
    /** What holds results, in the shipped checks and by the custom of conftest. */
    private static final Pattern RESULTS = Pattern.compile("(deny|violation|warn)(_[a-zA-Z0-9]+)*");

    private final Library library;
    private final UserPolicies user;
    private final Set<String> disabled;
    private final RegoObject limits;

    /**
     * Compiled beside the reading: a cold engine takes as long for it as a hook for all the rest.
     */
    private final FutureTask<Function<RegoObject, Evaluation>> gate =
            new FutureTask<>(this::compiledGate);

    private final RegoObject rehearsal;

    private Policies(
            Library library, UserPolicies user, Configuration configuration, RegoObject rehearsal) {
        this.library = library;
        this.user = user;
        this.disabled = configuration.disabledChecks();
        this.limits = configuration.limits();
        this.rehearsal = rehearsal;
    }

    /**
     * The policies of a run; the gate is being compiled when this returns.
     *
     * @param configuration names the checks that are off, and limits
     * @param rehearsal an input as the gate will get one, for the shipped gate to be asked once
     *     beside the reading: the first answer takes ten times as long as the second
     */
    static Policies of(
            Library library, UserPolicies user, Configuration configuration, RegoObject rehearsal) {
        Policies policies = new Policies(library, user, configuration, rehearsal);
        Thread.ofPlatform().daemon().name("gate").start(policies.gate);
        return policies;
    }

    /**
     * What the policies said.
     *
     * @param checks every check that was asked, by id: those that had facts to judge
     */
    record Judgement(List<Violation> violations, Map<String, PolicyCheck> checks) {
        static final Judgement NONE = new Judgement(List.of(), Map.of());
    }

    /** Globs over the names of charts of which nothing is complained about. */
    List<String> exemptCharts() {
        List<String> globs = new ArrayList<>();
        if (limits.get("exempt_charts") instanceof RegoArray names) {
            names.forEach(name -> {
                if (name instanceof RegoString glob) {
                    globs.add(glob.value());
                }
            });
        }
        return globs;
    }

    /** How many checks the shipped library and the user's policies have. */
    int count() {
        return library.checkCount() + user.checkCount();
    }

    /**
     * Asks every check.
     *
     * @param estate the document {@code data.estate}
     * @param input what {@link FoundInput} makes
     * @throws RunProblem when a policy does not compile or fails while it is asked
     */
    Judgement judge(RegoObject estate, RegoObject input, Function<String, Address> addresses) {
        List<Module> modules = new ArrayList<>(parsed(asked(estate, input)));
        modules.addAll(user.modules());
        RegoObject data = data().with(RegoString.of("estate"), estate);
        return guarded(() -> {
            Evaluation evaluation = compile(modules, data).evaluate(input);
            ViolationReader reader = new ViolationReader(addresses);
            Complaints violations = new Complaints();
            Map<String, PolicyCheck> checks = new LinkedHashMap<>();
            for (Module module : modules) {
                ask(module, evaluation, reader, violations, checks);
            }
            return new Judgement(violations.all(), checks);
        });
    }

    /**
     * The checks that have facts to judge; all of them where policies of the user's may build on
     * any.
     */
    private List<PolicyFile> asked(RegoObject estate, RegoObject input) {
        if (!user.modules().isEmpty()) {
            return library.checks();
        }
        Set<String> filled = new LinkedHashSet<>();
        addFilled(estate, filled);
        addFilled(input, filled);
        return library.checksOf(filled);
    }

    private static void addFilled(RegoObject document, Set<String> filled) {
        document.forEach((section, items) -> {
            if (section instanceof RegoString name
                    && items instanceof RegoArray array
                    && array.size() > 0) {
                filled.add(name.value());
            }
        });
    }

    private void ask(
            Module module,
            Evaluation evaluation,
            ViolationReader reader,
            Complaints violations,
            Map<String, PolicyCheck> checks) {
        CheckMetadata metadata = new CheckMetadata(module);
        for (String rule : resultRules(module)) {
            PolicyCheck check = metadata.describe(rule);
            if (disabled.contains(check.id())) {
                continue;
            }
            checks.put(check.id(), check);
            Value results = evaluation.value(module.packageClause().path() + "." + rule);
            for (Value result : elements(results)) {
                reader.read(check, result)
                        .filter(violation -> !disabled.contains(violation.id()))
                        .ifPresent(violation -> {
                            violations.add(violation);
                            checks.putIfAbsent(violation.id(), check.withId(violation.id()));
                        });
            }
        }
    }

    /** The rules of a module that hold results, each once. */
    static Set<String> resultRules(Module module) {
        Set<String> names = new LinkedHashSet<>();
        for (Rule rule : module.rules()) {
            String name = rule.head().name();
            if (!rule.head().isFunction() && RESULTS.matcher(name).matches()) {
                names.add(name);
            }
        }
        return names;
    }

    private static Collection<Value> elements(@Nullable Value results) {
        List<Value> elements = new ArrayList<>();
        if (results instanceof RegoSet set) {
            set.forEach(elements::add);
        } else if (results instanceof RegoArray array) {
            array.forEach(elements::add);
        }
        return elements;
    }

    /** Asks the gate, the user's where one was given. */
    Verdict verdict(RegoObject input) {
        Function<RegoObject, Evaluation> program = gate();
        return guarded(() -> Gate.verdict(program.apply(input).value(Library.VERDICT)));
    }

    private Function<RegoObject, Evaluation> gate() {
        try {
            return gate.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunProblem("the run was interrupted");
        }
    }

    private Function<RegoObject, Evaluation> compiledGate() {
        if (user.gate().isEmpty()) {
            Precompiled shipped = Library.compiledGate(); // which reads no data
            shipped.evaluate(rehearsal).value(Library.VERDICT);
            return shipped::evaluate;
        }
        return guarded(() -> compile(user.gate(), data()))::evaluate;
    }

    private RegoObject data() {
        RegoObject own =
                RegoObject.builder()
                        .put("hushgate", RegoObject.builder().put("limits", limits).build())
                        .build();
        return Configuration.over(user.over(library.data()), own);
    }

    private static Program compile(List<Module> modules, RegoObject data) {
        Rego rego = Rego.create();
        return new Rego(modules, data, rego.version(), rego.options(), rego.settings()).compile();
    }

    private static List<Module> parsed(List<PolicyFile> files) {
        return files.stream()
                .map(file ->
                        Parser.parseModule(new Source(file.name(), file.text()), ParserOptions.V1))
                .toList();
    }

    private static <T> T guarded(java.util.function.Supplier<T> work) {
        try {
            return work.get();
        } catch (RegoException e) {
            throw new RunProblem(e.errors().getFirst().toString(), e);
        }
    }
}
