package io.hushgate.cli.policy.input;

import io.hushgate.rego.value.JsonReader;
import io.hushgate.rego.value.RegoObject;
import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;

/** Reads bills of materials in CycloneDX's JSON (ECMA-424). */
final class CycloneDxInput {
    private CycloneDxInput() {}

    static Value read(String text) {
        if (text.stripLeading().startsWith("<")) {
            throw new InputProblem(
                    "CycloneDX in XML; convert it to JSON before (cyclonedx convert --output-format json)");
        }
        Value value = JsonReader.standard().read(text);
        boolean named =
                value instanceof RegoObject object
                        && RegoString.of("CycloneDX").equals(object.get("bomFormat"));
        if (!named) {
            throw new InputProblem("no bill of materials: \"bomFormat\" is not \"CycloneDX\"");
        }
        return value;
    }
}
