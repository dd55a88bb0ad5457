package io.hushgate.cli.policy;

import io.hushgate.rego.backend.DecisionEngine;
import io.hushgate.rego.backend.DecisionProblem;
import io.hushgate.rego.backend.EngineProvider;
import io.hushgate.rego.backend.RemoteLimits;
import io.hushgate.rego.backend.RemoteOpa;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that say who evaluates: this engine, an OPA server, or a bundle of WebAssembly. */
final class BackendOptions {
    /** Who evaluates. */
    enum Backend {
        LOCAL,
        OPA,
        WASM
    }

    private static final String TOKEN = "HUSHGATE_OPA_TOKEN";

    @Option(
            names = "--backend",
            paramLabel = "local|opa|wasm",
            description = "Who evaluates (default: local).")
    private Backend backend = Backend.LOCAL;

    @Option(
            names = "--opa-url",
            paramLabel = "URL",
            description = {
                "With --backend opa: the server, such as http://127.0.0.1:8181;",
                "a bearer token is taken from " + TOKEN + "."
            })
    private @Nullable String opaUrl;

    @Option(
            names = "--wasm-path",
            paramLabel = "DIR",
            defaultValue = "${env:HUSHGATE_WASM_PATH}",
            description =
                    "With --backend wasm: the directory with the jars of rego-wasm "
                            + "(default: HUSHGATE_WASM_PATH).")
    private @Nullable Path wasmPath;

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    boolean isLocal() {
        return backend == Backend.LOCAL;
    }

    /**
     * Opens the engine that was asked for.
     *
     * @param policies paths that the command line names beside bundles
     * @throws DecisionProblem if it cannot be reached or the bundle cannot be used
     */
    DecisionEngine open(List<String> policies, List<Path> bundles) {
        return switch (backend) {
            case LOCAL -> throw new IllegalStateException("the local engine needs no opening");
            case OPA -> opa(policies, bundles);
            case WASM -> wasm(policies, bundles);
        };
    }

    private DecisionEngine opa(List<String> policies, List<Path> bundles) {
        if (opaUrl == null) {
            throw problem("--backend opa: name the server with --opa-url");
        }
        if (!policies.isEmpty() || !bundles.isEmpty()) {
            throw problem("--backend opa: the server has its own policies; leave out -d and -b");
        }
        String token = System.getenv(TOKEN);
        return token == null || token.isEmpty()
                ? RemoteOpa.at(opaUrl, RemoteLimits.DEFAULT)
                : RemoteOpa.at(opaUrl, token, RemoteLimits.DEFAULT);
    }

    private DecisionEngine wasm(List<String> policies, List<Path> bundles) {
        if (!policies.isEmpty() || bundles.size() != 1) {
            throw problem(
                    "--backend wasm: name one bundle from opa build -t wasm with -b, and no -d");
        }
        return ServiceLoader.load(EngineProvider.class, engines()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals("wasm"))
                .findFirst()
                .orElseThrow(() ->
                        problem(
                                "--backend wasm: the engine for WebAssembly is not among the program's jars;"
                                        + " build it (mvn -pl policies/wasm -am package) and name the directory"
                                        + " of its jars with --wasm-path"))
                .open(bundles.getFirst());
    }

    /** The jars of the directory, whose engine lives as long as the process. */
    private ClassLoader engines() {
        ClassLoader own = BackendOptions.class.getClassLoader();
        if (wasmPath == null) {
            return own;
        }
        try (Stream<Path> files = Files.list(wasmPath)) {
            List<Path> jars =
                    files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
            URL[] urls = new URL[jars.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = jars.get(i).toUri().toURL();
            }
            return new URLClassLoader(urls, own);
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a path is no URL", e);
        } catch (IOException e) {
            throw problem("--wasm-path %s: cannot be listed; check it".formatted(wasmPath));
        }
    }

    private ParameterException problem(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
