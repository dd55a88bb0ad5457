package io.hushgate;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.hushgate.core.Secret;

/** The walls of the house, as the design draws them. */
@AnalyzeClasses(packages = "io.hushgate", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String CORE = "io.hushgate.core..";
    private static final String SOURCES = "io.hushgate.source..";
    private static final String RULES = "io.hushgate.rules..";
    private static final String REGO = "io.hushgate.rego..";
    private static final String ESTATE = "io.hushgate.estate..";
    private static final String LIBRARY = "io.hushgate.library..";
    private static final String REPORTS = "io.hushgate.report..";

    /** What the build runs; no part of the program. */
    private static final String BUILD = "io.hushgate.*.build";

    private static final String[] PROGRAM = {
        "io.hushgate.cli..", "io.hushgate.run..", "io.hushgate.config..", "io.hushgate.redact.."
    };

    @ArchTest
    static final ArchRule coreKnowsNobody =
            noClasses()
                    .that()
                    .resideInAPackage(CORE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(SOURCES, RULES, REGO, ESTATE, LIBRARY, REPORTS)
                    .because("executors of a fleet audit load the core alone");

    @ArchTest
    static final ArchRule coreOpensNothing =
            noClasses()
                    .that()
                    .resideInAPackage(CORE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.nio.file..", "java.net..", "org.eclipse.jgit..")
                    .because(
                            "the engine knows bytes and rules; sources know where bytes come from");

    @ArchTest
    static final ArchRule sourcesDoNotJudge =
            noClasses()
                    .that()
                    .resideInAPackage(SOURCES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(RULES, REGO, ESTATE, LIBRARY, REPORTS)
                    .because("a source enumerates and reads; what bytes mean is not its business");

    @ArchTest
    static final ArchRule rulesKnowTheCoreOnly =
            noClasses()
                    .that()
                    .resideInAPackage(RULES)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(SOURCES, REGO, ESTATE, LIBRARY, REPORTS)
                    .because("rules are data for the engine");

    @ArchTest
    static final ArchRule regoStandsAlone =
            noClasses()
                    .that()
                    .resideInAPackage(REGO)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(CORE, SOURCES, RULES, ESTATE, LIBRARY, REPORTS)
                    .because(
                            "the Rego engine is published for itself and knows nothing of secrets");

    @ArchTest
    static final ArchRule estateMakesFacts =
            noClasses()
                    .that()
                    .resideInAPackage(ESTATE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(CORE, SOURCES, RULES, LIBRARY, REPORTS)
                    .because("readers turn configuration into facts; Rego judges and reports tell");

    @ArchTest
    static final ArchRule reportsTell =
            noClasses()
                    .that()
                    .resideInAPackage(REPORTS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(SOURCES, RULES, REGO, ESTATE, LIBRARY)
                    .because("a report is a rendering of one result value");

    @ArchTest
    static final ArchRule nobodyCallsTheProgram =
            noClasses()
                    .that()
                    .resideInAnyPackage(CORE, SOURCES, RULES, REGO, ESTATE, LIBRARY, REPORTS)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(PROGRAM)
                    .because("the parts are used by the program, not the other way round");

    @ArchTest
    static final ArchRule nothingIsExecuted =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("io.hushgate.audit.Worker")
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(ProcessBuilder.class, Process.class)
                    .because(
                            "what is scanned is hostile, and no other program is needed;"
                                    + " an audit starts this program alone, to hold it to its limits");

    @ArchTest
    static final ArchRule onlyMainEndsTheProcess =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("io.hushgate.cli.Main")
                    .and()
                    .resideOutsideOfPackage(BUILD)
                    .should()
                    .callMethodWhere(
                            target(name("exit")).and(target(owner(name("java.lang.System")))))
                    .because("a library that ends the process cannot be used as one");

    @ArchTest
    static final ArchRule onlyTheProgramPrints =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("io.hushgate.cli..", BUILD)
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .because("diagnostics are values in the report, never lines that get lost");

    @ArchTest
    static final ArchRule secretsStayInTheCore =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("io.hushgate.core..", "io.hushgate.rules..")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Secret.class)
                    .because("what leaves the core is a redaction and a fingerprint");

    @ArchTest
    static final ArchRule packagesAreNamedByWhatTheyKnow =
            classes()
                    .should()
                    .resideOutsideOfPackages(
                            "..util..",
                            "..common..",
                            "..helper..",
                            "..impl..",
                            "..service..",
                            "..manager..")
                    .because("a drawer collects what nobody can find again");
}
