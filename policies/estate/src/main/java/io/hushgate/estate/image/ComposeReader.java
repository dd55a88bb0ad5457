package io.hushgate.estate.image;

import io.hushgate.estate.fact.BuildFact.ComposeService;
import io.hushgate.estate.fact.BuildFact.Setting;
import io.hushgate.estate.read.Collector;
import io.hushgate.estate.read.Settings;
import io.hushgate.estate.read.ValueClassifier;
import io.hushgate.estate.tree.Node;
import io.hushgate.estate.tree.Node.Entry;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the services of a Compose file.
 *
 * <p>Source: github.com/compose-spec/compose-spec, services.
 */
public final class ComposeReader {

    /** Tells a Compose file by its services, each with an image or a build. */
    public static boolean isCompose(Mapping root) {
        return root.mapping("services").entries().stream()
                .flatMap(entry -> entry.value().asMapping().stream())
                .anyMatch(one -> one.get("image").isPresent() || one.get("build").isPresent());
    }

    public void read(Mapping root, Collector into) {
        for (Entry entry : root.mapping("services").entries()) {
            entry.value().asMapping().ifPresent(service -> service(entry, service, into));
        }
    }

    private static void service(Entry entry, Mapping service, Collector into) {
        into.add(
                new ComposeService(
                        entry.key().text(),
                        service.text("image"),
                        service.get("environment").map(ComposeReader::variables).orElse(List.of()),
                        files(service.get("env_file")),
                        Settings.of(service).flag("privileged"),
                        into.at(entry.key().place())));
    }

    private static List<String> files(Optional<Node> node) {
        List<String> files = new ArrayList<>();
        for (Node file : node.map(Node::asItems).orElse(List.of())) {
            files.add(file.asMapping().map(one -> one.text("path")).orElse(Settings.textOf(file)));
        }
        return files;
    }

    /** A mapping of names to values, or a list of {@code NAME=value}. */
    private static List<Setting> variables(Node environment) {
        List<Setting> variables = new ArrayList<>();
        if (environment instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                variables.add(
                        setting(entry.key().text(), Settings.textOf(entry.value()), entry.key()));
            }
        } else {
            for (Node item : environment.asItems()) {
                if (item instanceof Scalar text && text.text().contains("=")) {
                    int equals = text.text().indexOf('=');
                    variables.add(
                            setting(
                                    text.text().substring(0, equals),
                                    text.text().substring(equals + 1),
                                    text));
                }
            }
        }
        return variables;
    }

    private static Setting setting(String name, String value, Node at) {
        return new Setting(
                name, ValueClassifier.of(value), "", at.place().line(), at.place().column());
    }
}
