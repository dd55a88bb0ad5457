package io.hushgate.cli.policy.input;

import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Reads Java property files ({@link Properties#load}) into an object of strings. {@code ${key}} is
 * kept as written: what it stands for depends on the program that reads the file.
 */
final class PropertiesInput {
    private PropertiesInput() {}

    static Value read(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            throw new InputProblem("a \\u is not followed by four hexadecimal digits");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RegoObject.Builder object = RegoObject.builder();
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(key -> object.put(key, RegoString.of(properties.getProperty(key, ""))));
        return object.build();
    }
}
