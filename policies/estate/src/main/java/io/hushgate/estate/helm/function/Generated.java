package io.hushgate.estate.helm.function;

import io.hushgate.estate.helm.datum.Datum;
import io.hushgate.estate.helm.datum.Datum.Table;
import io.hushgate.estate.helm.datum.Dict;
import io.hushgate.estate.helm.template.TemplateFunction;
import java.util.List;
import java.util.Map;

/**
 * What is different with each rendering: a text that says so and that everybody takes for a
 * placeholder.
 */
final class Generated {
    private Generated() {}

    static void addTo(Map<String, TemplateFunction> functions) {
        for (String name :
                List.of(
                        "randAlphaNum",
                        "randAlpha",
                        "randNumeric",
                        "randAscii",
                        "randBytes",
                        "randInt",
                        "shuffle",
                        "uuidv4",
                        "now",
                        "ago",
                        "date",
                        "dateInZone",
                        "date_in_zone",
                        "dateModify",
                        "date_modify",
                        "mustDateModify",
                        "must_date_modify",
                        "toDate",
                        "mustToDate",
                        "htmlDate",
                        "htmlDateInZone",
                        "duration",
                        "durationRound",
                        "unixEpoch",
                        "bcrypt",
                        "htpasswd",
                        "genPrivateKey",
                        "derivePassword",
                        "encryptAES",
                        "decryptAES")) {
            functions.put(name, _ -> marked(name));
        }
        for (String name :
                List.of(
                        "genCA",
                        "genCAWithKey",
                        "genSelfSignedCert",
                        "genSelfSignedCertWithKey",
                        "genSignedCert",
                        "genSignedCertWithKey",
                        "buildCustomCert")) {
            functions.put(
                    name,
                    _ -> new Table(new Dict().put("Cert", marked(name)).put("Key", marked(name))));
        }
    }

    private static Datum marked(String name) {
        return Datum.text("<generated:" + name + ">");
    }
}
