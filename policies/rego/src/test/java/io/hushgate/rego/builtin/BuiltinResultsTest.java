package io.hushgate.rego.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.hushgate.rego.value.RegoString;
import io.hushgate.rego.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What functions yield, one line each; arguments are JSON, results Rego text. */
class BuiltinResultsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    plus          | 0.1 | 0.2                    | 0.3
                    plus          | 9223372036854775807 | 1      | 9223372036854775808
                    div           | 1 | 3                        | 0.33333333333333333334
                    div           | 6 | 3                        | 2
                    mul           | 1234567.891 | 1              | 1.234567891e+06
                    rem           | -17 | 5                      | -2
                    bits.lsh      | 1 | 70                       | 1180591620717411303424
                    numbers.range | 3 | 1                        | [3, 2, 1]
                    indexof       | "a\uD83D\uDE00b" | "b"      | 2
                    split         | "a\uD83D\uDE00b" | ""       | ["a", "\uD83D\uDE00", "b"]
                    trim          | "xxaxx" | "x"                | "a"
                    concat        | "/" | ["a", "b"]             | "a/b"
                    strings.any_prefix_match | ["ab", "cd"] | ["x", "c"] | true
                    strings.count | "aaaa" | "aa"                | 2
                    contains      | "abc" | "bc"                 | true
                    semver.compare | "1.0.0-rc.2" | "1.0.0-rc.10" | -1
                    net.cidr_contains | "10.0.0.0/8" | "10.255.255.255" | true
                    net.cidr_contains | "2001:db8::/32" | "10.0.0.1" | false
                    object.union  | {"a": {"b": 1}} | {"a": {"c": 2}} | {"a": {"b": 1, "c": 2}}
                    json.remove   | {"a": [1, 2, 3]} | ["a/1"]   | {"a": [1, 3]}
                    json.filter   | {"a": {"b": 1, "c": 2}} | ["a/b"] | {"a": {"b": 1}}
                    json.patch    | {"a": 1} | [{"op": "add", "path": "/b", "value": 2}] | {"a": 1, "b": 2}
                    regex.split   | "," | "a,b,,c"               | ["a", "b", "", "c"]
                    time.parse_ns | "2006-01-02" | "1970-01-02"  | 86400000000000
                    regex.globs_match | "a.*" | "ab+"            | true
                    """)
    void ofTwoArguments(String name, String first, String second, String expected) {
        assertThat(Calls.call(name, first, second)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    count         | "a\uD83D\uDE00b"             | 3
                    round         | -2.5                         | -3
                    ceil          | 1.01                         | 2
                    sum           | [1, 2.5]                     | 3.5
                    max           | [1, "a", [0]]                | [0]
                    sort          | [2, "a", null, 1]            | [null, 1, 2, "a"]
                    upper         | "stra\u00dfe"                | "STRA\u00dfE"
                    to_number     | "1.50"                       | 1.50
                    units.parse   | "1.5Ki"                      | 1536
                    units.parse   | "250m"                       | 0.2500000000
                    units.parse_bytes | "2MiB"                   | 2097152
                    base64.decode | "aGk="                       | "hi"
                    base64url.decode | "aGk"                     | "hi"
                    hex.encode    | "hi"                         | "6869"
                    urlquery.encode | "a b&c"                    | "a+b%26c"
                    crypto.sha256 | ""                           | "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                    json.marshal  | {"b": "<", "a": [1.0]}       | "{\\"a\\":[1.0],\\"b\\":\\"\\\\u003c\\"}"
                    yaml.unmarshal | "a: yes"                    | {"a": true}
                    yaml.marshal  | {"a": [1, "x"]}              | "a:\\n- 1\\n- x\\n"
                    time.date     | [1700000000000000000, "Asia/Tokyo"] | [2023, 11, 15]
                    time.format   | 1700000000123000000          | "2023-11-14T22:13:20.123Z"
                    time.weekday  | 0                            | "Thursday"
                    net.cidr_merge | ["10.0.0.0/25", "10.0.0.128/25"] | {"10.0.0.0/24"}
                    net.cidr_expand | "10.0.0.0/31"              | {"10.0.0.0", "10.0.0.1"}
                    semver.is_valid | "1.2"                      | false
                    type_name     | []                           | "array"
                    """)
    void ofOneArgument(String name, String argument, String expected) {
        assertThat(Calls.call(name, argument)).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    *.example.com  | ["."] | a.example.com   | true
                    *.example.com  | ["."] | a.b.example.com | false
                    **.example.com | ["."] | a.b.example.com | true
                    *.com          | null  | a.b.com         | true
                    {a,b*}[!c]?    | null  | bxxdy           | true
                    a?c            | ["/"] | a/c             | false
                    **/x/*         | ["/"] | a/x/b/x/c       | true
                    **/x/*         | ["/"] | a/x/b/c         | false
                    [a-c]1         | null  | b1              | true
                    a\\*           | null  | a*              | true
                    """)
    void ofGlobs(String pattern, String delimiters, String text, String expected) {
        String quoted = "\"" + pattern.replace("\\", "\\\\") + "\"";
        assertThat(Calls.call("glob.match", quoted, delimiters, "\"" + text + "\""))
                .hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock =
                    """
                    %d and %s     | [1, "x"]        | 1 and x
                    %v            | [{"a": [true]}] | {"a": [true]}
                    <%5.2f>       | [3.14159]       | < 3.14>
                    %05d          | [-42]           | -0042
                    %x %X %o %b   | [255, 255, 8, 5] | ff FF 10 101
                    %q            | ["a\\"b"]       | "a\\"b"
                    %d            | ["x"]           | %!d(string=x)
                    %d %d         | [1]             | 1 %!d(MISSING)
                    %d            | [1, 2]          | 1%!(EXTRA int=2)
                    %[2]d %[1]d   | [1, 2]          | 2 1
                    <%*d>         | [4, 7]          | <   7>
                    <%-4s>        | ["ab"]          | <ab  >
                    %e            | [1234.5]        | 1.234500e+03
                    %g            | [1e21]          | 1e+21
                    100%%         | []              | 100%
                    %             | []              | %!(NOVERB)
                    %d            | [1.0]           | %!d(float64=1)
                    %T            | [18446744073709551616] | *big.Int
                    """)
    void ofFormats(String format, String operands, String expected) {
        Value text = Calls.call("sprintf", "\"" + format + "\"", operands);
        assertThat(text).isEqualTo(RegoString.of(expected));
    }
}
