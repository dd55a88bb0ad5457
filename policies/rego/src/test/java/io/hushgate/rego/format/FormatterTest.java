package io.hushgate.rego.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.rego.ast.Module;
import io.hushgate.rego.ast.RegoVersion;
import io.hushgate.rego.ast.Source;
import io.hushgate.rego.syntax.Parser;
import io.hushgate.rego.syntax.ParserOptions;
import org.junit.jupiter.api.Test;

class FormatterTest {
    @Test
    void laysOutAsOpaDoes() {
        assertThat(
                        format(
                                """
                                package a.b   # the package

                                # about x
                                import data.x # beside x
                                import data.a
                                p = 1 if { true } # beside p
                                q := {"b": 1, # first
                                 "a": 2}
                                r if { a; b
                                 c == 1; d = [1,
                                  2]


                                 not e with input as 1 with data.y as 3
                                  # last
                                }
                                else := 3 if { x } else := 4 if y
                                f(x,  y) := z if z := x+y*( 2-3)
                                f(x, y) := (x | y)
                                s contains x if x := a["b"]["c d"]
                                t[x] := 2 if every x in y { x == {1, (a|b)} }
                                """))
                .isEqualTo(
                        """
                        package a.b # the package

                        # about x
                        import data.a
                        import data.x # beside x

                        p := 1 # beside p
                        q := {
                        	"b": 1, # first
                        	"a": 2,
                        }

                        r if {
                        	a
                        	b
                        	c == 1
                        	d = [
                        		1,
                        		2,
                        	]

                        	not e with input as 1 with data.y as 3
                        	# last
                        }

                        else := 3 if x

                        else := 4 if y

                        f(x, y) := z if z := x + (y * (2 - 3))
                        f(x, y) := x | y
                        s contains x if x := a.b["c d"]
                        t[x] := 2 if every x in y { x == {1, (a | b)} }
                        """);
    }

    @Test
    void keepsParenthesesThatMatter() {
        String body =
                """
                package a

                p if {
                	a == (b == c)
                	(x in xs) == y
                	(k, v in xs) in ys
                	{(a | b)} == c
                }
                """;
        assertThat(format(body)).isEqualTo(body);
    }

    @Test
    void keepsLogicalExpressions() {
        String module =
                """
                package a

                import future.keywords.and
                import future.keywords.not
                import future.keywords.or

                p if {
                	(a or b) and c
                	not (a or b)
                	{ some x in xs; x > 2 } or d
                	a or (b with input as 1)
                	not {
                		a
                		b
                	}
                }
                """;
        assertThat(format(module)).isEqualTo(module);
    }

    @Test
    void keepsARuleAsWrittenIfACommentHasNoPlace() {
        String module =
                """
                package a

                p := 1 +
                     # one more
                     2   # and that is it

                q := 3
                """;
        assertThat(format(module)).isEqualTo(module.replace("2   #", "2 #"));
    }

    @Test
    void turnsOldSyntaxIntoNew() {
        Module old =
                Parser.parseModule(
                        new Source("", "package a\np[x] { x = 1 }\nq = 2 { r }\nf(x) { x }\n"),
                        ParserOptions.V0);
        assertThat(Formatter.format(old, RegoVersion.V1))
                .isEqualTo(
                        """
                        package a

                        p contains x if x = 1
                        q := 2 if r
                        f(x) if x
                        """);
        assertThat(Formatter.format(old, RegoVersion.V0))
                .isEqualTo(
                        """
                        package a

                        p[x] {
                        	x = 1
                        }

                        q = 2 {
                        	r
                        }

                        f(x) {
                        	x
                        }
                        """);
    }

    @Test
    void keepsStringsAsWritten() {
        String module =
                """
                package a

                p := "\\u0000 \\/ é"

                q := `raw
                	text`

                r := $"a {x} \\{b} {y + 1}"
                """;
        assertThat(format(module)).isEqualTo(module);
    }

    @Test
    void keepsCommentsOfAValueOutOfTheParameters() {
        String module =
                """
                package a

                f(x) := {y |
                	some y in x
                	# of these none
                }
                """;
        assertThat(format(module)).isEqualTo(module);
    }

    private static String format(String text) {
        return Formatter.format(new Source("a.rego", text), ParserOptions.V1);
    }
}
