package io.hushgate.run;

import io.hushgate.config.Configuration;
import io.hushgate.core.Address;
import io.hushgate.core.Violation;
import io.hushgate.library.Library;
import io.hushgate.library.PolicyFile;
import io.hushgate.library.ShippedCheck;
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
import io.hushgate.rego.value.RegoString;
import io.hushgate.report.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.regex.Pattern;

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

    private final FutureTask<Precompiled> checks = new FutureTask<>(Library::compiledChecks);
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
     * @param ahead whether the shipped checks are read beside the reading as well, before it is
     *     known whether there is something for them to judge
     */
    static Policies of(
            Library library,
            UserPolicies user,
            Configuration configuration,
            RegoObject rehearsal,
            boolean ahead) {
        Policies policies = new Policies(library, user, configuration, rehearsal);
        Thread.ofPlatform()
                .daemon()
                .name("policies")
                .start(() -> {
                    policies.gate.run();
                    if (ahead && user.modules().isEmpty()) {
                        policies.checks.run();
                    }
                });
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
        RegoObject data = data().with(RegoString.of("estate"), estate);
        return guarded(() -> {
            Questioning questioning = new Questioning(disabled, new ViolationReader(addresses));
            if (user.modules().isEmpty()) {
                Evaluation shipped = shippedChecks().withData(data).evaluate(input);
                for (ShippedCheck check : library.checksOf(filled(estate, input))) {
                    questioning.ask(shipped, PolicyCheck.of(check), check.document());
                }
            } else { // which may build on any of the shipped modules
                List<Module> modules = new ArrayList<>(parsed(library.checks()));
                modules.addAll(user.modules());
                Evaluation all = compile(modules, data).evaluate(input);
                for (Module module : modules) {
                    CheckMetadata metadata = new CheckMetadata(module);
                    for (String rule : resultRules(module)) {
                        String document = module.packageClause().path() + "." + rule;
                        questioning.ask(all, metadata.describe(rule), document);
                    }
                }
            }
            return questioning.judgement();
        });
    }

    private Precompiled shippedChecks() {
        checks.run(); // which does nothing the second time
        return result(checks);
    }

    /** The sections that have something to judge. */
    private static Set<String> filled(RegoObject estate, RegoObject input) {
        Set<String> filled = new LinkedHashSet<>();
        addFilled(estate, filled);
        addFilled(input, filled);
        return filled;
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

    /** Asks the gate, the user's where one was given. */
    Verdict verdict(RegoObject input) {
        Function<RegoObject, Evaluation> program = result(gate);
        return guarded(() -> Gate.verdict(program.apply(input).value(Library.VERDICT)));
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return task.get();
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
