package io.hushgate.estate.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.estate.tree.Node.Block;
import io.hushgate.estate.tree.Node.Call;
import io.hushgate.estate.tree.Node.Expression;
import io.hushgate.estate.tree.Node.Form;
import io.hushgate.estate.tree.Node.Mapping;
import io.hushgate.estate.tree.Node.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;

class HclReaderTest {
    private static Tree read(String text) {
        return new HclReader(Limits.DEFAULT).read(Source.of(text));
    }

    private static Mapping body(String text) {
        Tree tree = read(text);
        assertThat(tree.problems()).isEmpty();
        return (Mapping) tree.documents().getFirst();
    }

    @Test
    void readsThePathStanzasOfAPolicy() {
        List<Block> paths =
                body("""
                # comment
                path "secret/*/subkeys/*" { // not a comment inside quotes
                  capabilities = ["read", "list"] /* one
                  two */
                }
                path "auth/token/renew-self"
                {
                  capabilities = [
                    "update",
                  ]
                }
                """)
                        .blocks("path");

        assertThat(paths)
                .extracting(p -> p.label(0))
                .containsExactly("secret/*/subkeys/*", "auth/token/renew-self");
        assertThat(paths.get(0).body().texts("capabilities")).containsExactly("read", "list");
        assertThat(paths.get(1).body().texts("capabilities")).containsExactly("update");
        assertThat(paths.get(0).labels().getFirst().place()).isEqualTo(new Place(2, 7));
        assertThat(paths.get(1).place()).isEqualTo(new Place(6, 1));
    }

    @Test
    void readsSeveralStanzasOnOneLine() {
        Mapping body =
                body("path \"a\" { policy = \"write\" capabilities = [\"read\"] } path \"b\" {}");

        assertThat(body.blocks("path")).hasSize(2);
        assertThat(body.blocks("path").getFirst().body().text("policy")).isEqualTo("write");
        assertThat(body.blocks("path").getFirst().body().texts("capabilities"))
                .containsExactly("read");
    }

    @Test
    void readsTheJsonForm() {
        Mapping root = body("{\"path\": {\"secret/*\": {\"capabilities\": [\"read\"]}}}");

        assertThat(root.at("path", "secret/*").texts("capabilities")).containsExactly("read");
    }

    @Test
    void readsQuotedBlockTypesAndLabelsBeforeAnEqualsSign() {
        Mapping body = body("\"path\" \"a\" { x = 1 }\npath \"b\" = { x = 2 }\n");

        assertThat(body.blocks("path"))
                .extracting(b -> b.body().text("x"))
                .containsExactly("1", "2");
    }

    @Test
    void keepsPlacesInsideIndentedHeredocs() {
        Scalar policy =
                body("resource \"vault_policy\" \"p\" {\n  policy = <<-EOT\n    path \"a\" {\n      x = 1\n    }\n    EOT\n}\n")
                        .blocks("resource")
                        .getFirst()
                        .body()
                        .scalar("policy")
                        .orElseThrow();

        assertThat(policy.text()).isEqualTo("path \"a\" {\n  x = 1\n}\n");
        Source inner = policy.asSource();
        assertThat(inner.placeAt(inner.text().indexOf("a\""))).isEqualTo(new Place(3, 11));
        assertThat(inner.placeAt(inner.text().indexOf("x"))).isEqualTo(new Place(4, 7));
    }

    @Test
    void keepsTemplatesAndExpressionsAsWritten() {
        Mapping body =
                body(
                        """
                        a = "${var.x}/data/*"
                        b = var.list[0].name
                        c = jsonencode({ path = { "x" = { capabilities = ["read"] } } })
                        d = var.prod ? "yes" : "no"
                        e = "$${kept}"
                        f = [for x in var.y : upper(x) if x != ""]
                        g = { for k, v in var.z : k => v }
                        h = -3
                        i = "${join(",", ["a", "b"])}"
                        """);

        assertThat(body.scalar("a").orElseThrow().form()).isEqualTo(Form.TEMPLATE);
        assertThat(body.get("b").orElseThrow())
                .isEqualTo(new Expression("var.list[0].name", new Place(2, 5)));
        Call call = (Call) body.get("c").orElseThrow();
        assertThat(call.function()).isEqualTo("jsonencode");
        assertThat(((Mapping) call.arguments().getFirst()).at("path", "x").texts("capabilities"))
                .containsExactly("read");
        assertThat(((Expression) body.get("d").orElseThrow()).text())
                .isEqualTo("var.prod ? \"yes\" : \"no\"");
        assertThat(body.text("e")).isEqualTo("${kept}");
        assertThat(body.get("f").orElseThrow()).isInstanceOf(Expression.class);
        assertThat(body.get("g").orElseThrow()).isInstanceOf(Expression.class);
        assertThat(body.text("h")).isEqualTo("-3");
        assertThat(body.text("i")).isEqualTo("${join(\",\", [\"a\", \"b\"])}");
    }

    @Test
    void goesOnAfterABracketThatIsNotClosed() {
        Tree tree =
                read(
                        """
                        path "a" {
                          capabilities = ["read", "list"
                        }
                        path "b" {
                          capabilities = ["read"
                          policy = "deny"
                        }
                        path "c" { capabilities = ["sudo"] }
                        """);

        assertThat(tree.problems())
                .extracting(Problem::place)
                .containsExactly(new Place(2, 18), new Place(5, 18));
        List<Block> paths = ((Mapping) tree.documents().getFirst()).blocks("path");
        assertThat(paths)
                .extracting(p -> p.body().texts("capabilities"))
                .containsExactly(List.of("read", "list"), List.of("read"), List.of("sudo"));
        assertThat(paths.get(1).body().text("policy")).isEqualTo("deny");
    }

    @Test
    void goesOnAfterAStringThatIsNotClosedAndAValueThatIsMissing() {
        Tree tree = read("a = \"x\nb = \nc = 1\n");

        assertThat(tree.problems()).hasSize(2);
        Mapping body = (Mapping) tree.documents().getFirst();
        assertThat(body.text("a")).isEqualTo("x");
        assertThat(body.text("c")).isEqualTo("1");
    }

    @Test
    void saysWhereABlockWasOpenedThatNothingCloses() {
        Tree tree = read("path \"a\" {\n  capabilities = [\"read\"]\n");

        assertThat(tree.problems()).extracting(Problem::place).containsExactly(new Place(1, 10));
        assertThat(((Mapping) tree.documents().getFirst()).blocks("path")).hasSize(1);
    }

    @Test
    void stopsAtTheDeepestLevelInsteadOfTheStack() {
        for (String opener : List.of("[", "{a=", "f(", "(", "!", "a{", "a[", "\"${", "x?")) {
            Tree tree = read("a = " + opener.repeat(100_000));
            assertThat(tree.problems()).as(opener).isNotEmpty();
        }
    }
}
