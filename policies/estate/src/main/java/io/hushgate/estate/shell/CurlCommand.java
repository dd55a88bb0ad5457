package io.hushgate.estate.shell;

import io.hushgate.estate.fact.DeliveryFact.Use;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.tree.JsonReader;
import io.hushgate.estate.tree.Limits;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Source;
import io.hushgate.estate.vault.ApiRequest;
import io.hushgate.estate.vault.PolicyCollector;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads requests of {@code curl} to Vault's API, whose addresses have {@code /v1/} in them. */
final class CurlCommand {
    private static final Set<String> WITHOUT_VALUE =
            Set.of(
                    "s",
                    "k",
                    "f",
                    "L",
                    "v",
                    "i",
                    "silent",
                    "insecure",
                    "fail",
                    "sS",
                    "sSf",
                    "location",
                    "sk",
                    "fsSL",
                    "show-error");
    private static final String API = "/v1/";

    private final Limits limits;
    private final PolicyCollector policies;

    CurlCommand(Limits limits, PolicyCollector policies) {
        this.limits = limits;
        this.policies = policies;
    }

    void read(Command command, Collector into) {
        List<Word> words = command.words();
        int curl = 0;
        while (curl < words.size() && !words.get(curl).is("curl")) {
            curl++;
        }
        if (curl == words.size()) {
            return;
        }
        Flags flags = Flags.of(words.subList(curl + 1, words.size()), WITHOUT_VALUE);
        Optional<Word> address =
                words.stream()
                        .skip(curl + 1L)
                        .filter(word -> word.text().contains(API))
                        .findFirst();
        Optional<Source> data = payload(flags, command);
        if (address.isPresent() && data.isPresent()) {
            String text = address.get().text();
            String path = text.substring(text.indexOf(API) + API.length());
            int query = path.indexOf('?');
            Mapping payload = json(data.get());
            new ApiRequest(
                            query < 0 ? path : path.substring(0, query),
                            Settings.of(payload),
                            "curl",
                            address.get().origin().place())
                    .read(into, policies);
        } else if (address.isPresent() && words.stream().anyMatch(CurlCommand::isOfVault)) {
            use(address.get(), flags, into);
        }
    }

    /** Other servers have a {@code /v1/} as well. */
    private static boolean isOfVault(Word word) {
        String text = word.text().toLowerCase(Locale.ROOT);
        return text.contains("x-vault-token") || text.contains("vault_addr");
    }

    private static void use(Word address, Flags flags, Collector into) {
        String text = address.text();
        String path = text.substring(text.indexOf(API) + API.length()).replaceFirst("[?].*", "");
        String method =
                Stream.concat(flags.all("X").stream(), flags.all("request").stream())
                        .map(Word::text)
                        .findFirst()
                        .orElse(text.contains("list=true") ? "LIST" : "GET");
        String operation =
                switch (method.toUpperCase(Locale.ROOT)) {
                    case "GET" -> "read";
                    case "LIST" -> "list";
                    case "DELETE" -> "delete";
                    default -> "";
                };
        if (!operation.isEmpty() && !path.isEmpty() && !path.startsWith("sys/health")) {
            into.add(
                    new Use(
                            "",
                            "script",
                            "",
                            "",
                            "",
                            "",
                            path,
                            "",
                            operation,
                            "shell",
                            into.at(address.origin().place(), !path.contains("$"))));
        }
    }

    private static Optional<Source> payload(Flags flags, Command command) {
        for (String flag : List.of("data", "d", "data-binary", "data-raw", "json")) {
            for (Word word : flags.all(flag)) {
                return word.is("@-")
                        ? command.standardInput()
                        : Optional.of(word.from(0).asSource());
            }
        }
        return Optional.empty();
    }

    private Mapping json(Source text) {
        return new JsonReader(limits)
                .read(text).documents().stream()
                        .flatMap((Node document) -> document.asMapping().stream())
                        .findFirst()
                        .orElse(new Mapping(List.of(), text.placeAt(0)));
    }
}
