package io.hushgate.cli.policy.conftest;

import java.util.List;
import java.util.function.BiFunction;

/** A way to tell results, by conftest's names for them. Texts end with their line. */
public enum ConftestOutput {
    STDOUT(PlainOutput::render),
    JSON((results, _) -> JsonOutput.render(results)),
    TAP((results, _) -> TapOutput.render(results)),
    TABLE((results, _) -> TableOutput.render(results)),
    JUNIT(JunitOutput::render),
    GITHUB(GithubOutput::render),
    AZUREDEVOPS((results, _) -> AzureOutput.render(results)),
    SARIF((results, _) -> SarifOutput.render(results));

    @SuppressWarnings("ImmutableEnumChecker") // the renderers are functions without state
    private final BiFunction<List<CheckResult>, OutputOptions, String> renderer;

    ConftestOutput(BiFunction<List<CheckResult>, OutputOptions, String> renderer) {
        this.renderer = renderer;
    }

    /** Tells the results. */
    public String render(List<CheckResult> results, OutputOptions options) {
        return renderer.apply(results, options);
    }

    /** {@code - FILE - NAMESPACE -}, as it stands in lines of text. */
    static String place(CheckResult result) {
        String file = result.file().equals("-") ? "-" : "- " + result.file();
        String namespace = result.namespace().equals("-") ? "-" : "- " + result.namespace() + " -";
        return file + " " + namespace;
    }
}
