package io.hushgate.core.context;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an artifact's path says about its content.
 *
 * @param content from the extension
 * @param isTest whether it lies among tests, fixtures or examples
 * @param isTranslation whether it holds texts for people in several languages
 * @param isAside whether what stands there is less likely in use: tests, documents, lock files,
 *     others' code, minified and generated code
 */
public record FileKind(Content content, boolean isTest, boolean isTranslation, boolean isAside) {
    /** What kind of text it is. */
    public enum Content {
        /** A programming language, where a bare value is an expression. */
        CODE,
        /** A configuration language, or scripts that set variables. */
        CONFIGURATION,
        /** Text for people. */
        DOCUMENT,
        /** Anything else. */
        OTHER
    }

    private static final Pattern SEPARATOR = Pattern.compile("[/._-]");
    private static final Set<String> CODE =
            Set.of(
                    "go", "js", "jsx", "ts", "tsx", "mjs", "cjs", "py", "rb", "java", "cs", "php",
                    "c", "h", "cc", "cpp", "hpp", "rs", "kt", "kts", "scala", "swift", "groovy",
                    "lua", "pl", "pm", "ex", "exs", "erl", "hs", "clj", "dart", "vue", "svelte",
                    "m", "mm", "vb", "fs", "r", "jl", "sol", "cls", "jsp", "aspx", "cshtml", "erb",
                    "coffee", "gradle", "proto", "css", "scss", "less", "snap");
    private static final Set<String> CONFIGURATION =
            Set.of(
                    "yml",
                    "yaml",
                    "json",
                    "toml",
                    "ini",
                    "conf",
                    "cfg",
                    "config",
                    "env",
                    "properties",
                    "xml",
                    "tf",
                    "tfvars",
                    "tfstate",
                    "plist",
                    "sh",
                    "bash",
                    "zsh",
                    "fish",
                    "bat",
                    "cmd",
                    "ps1",
                    "psm1",
                    "dockerfile",
                    "envrc",
                    "service",
                    "hcl",
                    "json5",
                    "jsonc",
                    "netrc",
                    "npmrc",
                    "pgpass",
                    "cnf",
                    "reg",
                    "sql",
                    "example",
                    "template",
                    "tmpl",
                    "tpl",
                    "j2",
                    "dist",
                    "local",
                    "makefile");
    private static final Set<String> DOCUMENT =
            Set.of("md", "rst", "txt", "adoc", "html", "htm", "mdx", "tex", "org", "log", "csv");
    private static final Set<String> TESTS =
            Set.of(
                    "test",
                    "tests",
                    "spec",
                    "specs",
                    "testdata",
                    "fixture",
                    "fixtures",
                    "mock",
                    "mocks",
                    "example",
                    "examples",
                    "sample",
                    "samples",
                    "demo",
                    "testing",
                    "acceptance",
                    "cypress",
                    "e2e");

    /** Documents, code of others, code that was made from other code. */
    private static final Set<String> ASIDE =
            Set.of(
                    "doc",
                    "docs",
                    "documentation",
                    "readme",
                    "changelog",
                    "demos",
                    "tutorial",
                    "tutorials",
                    "vendor",
                    "vendored",
                    "thirdparty",
                    "min",
                    "generated",
                    "gen",
                    "pb",
                    "bundle",
                    "map");

    private static final Set<String> LOCK_FILES =
            Set.of(
                    "package-lock.json",
                    "npm-shrinkwrap.json",
                    "pnpm-lock.yaml",
                    "go.sum",
                    "packages.lock.json",
                    "gradle.lockfile",
                    "composer.lock");

    private static final Set<String> TRANSLATIONS =
            Set.of("i18n", "l10n", "locale", "locales", "lang", "translation", "translations");

    /** Reads a path with {@code /} as separator. */
    public static FileKind of(String path) {
        List<String> parts = SEPARATOR.splitAsStream(path.toLowerCase(Locale.ROOT)).toList();
        String last = parts.isEmpty() ? "" : parts.getLast();
        boolean test = false;
        boolean translation = false;
        for (String part : parts) {
            test |= TESTS.contains(part);
            translation |= TRANSLATIONS.contains(part);
        }
        Content content = content(last);
        boolean aside =
                test
                        || content == Content.DOCUMENT
                        || parts.stream().anyMatch(ASIDE::contains)
                        || isOthers(path)
                        || isLockFile(path);
        return new FileKind(content, test, translation, aside);
    }

    private static boolean isOthers(String path) {
        return path.contains("node_modules/") || path.contains("third_party/");
    }

    private static boolean isLockFile(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return name.endsWith(".lock") || LOCK_FILES.contains(name);
    }

    private static Content content(String extension) {
        if (CODE.contains(extension)) {
            return Content.CODE;
        }
        if (CONFIGURATION.contains(extension)) {
            return Content.CONFIGURATION;
        }
        return DOCUMENT.contains(extension) ? Content.DOCUMENT : Content.OTHER;
    }
}
