package io.hushgate.cli.policy.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hushgate.rego.value.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputFormatTest {
    @ParameterizedTest
    @CsvSource({
        "Dockerfile, DOCKERFILE",
        "Dockerfile.debug, DOCKERFILE",
        "web.dockerfile, DOCKERFILE",
        ".env, DOTENV",
        ".env.local, DOTENV",
        "main.tf, HCL2",
        "prod.tfvars, HCL2",
        ".gitignore, IGNORE",
        "a.yml, YAML",
        "pom.xml, XML",
        "a.INI, INI",
        "nginx.conf, NGINX",
        "a.edn, EDN"
    })
    void aFilesNameTellsItsFormat(String name, InputFormat format) {
        assertThat(InputFormat.ofFile(name)).contains(format);
    }

    @ParameterizedTest
    @CsvSource({"README", "json", "a.txt", "Jenkinsfile"})
    void otherNamesTellNothing(String name) {
        assertThat(InputFormat.ofFile(name)).isEmpty();
    }

    @Test
    void directivesOfNginxNest() {
        reads(
                InputFormat.NGINX,
                """
                worker_processes 1; # one
                http {
                    log_format main "$host; x";
                    location ~ "^/a{2}" { return 200 ok\\ so; }
                    proxy_pass http://${backend}/x;
                }
                """,
                """
                {'directives': [
                  {'name': 'worker_processes', 'parameters': ['1']},
                  {'name': 'http', 'block': {'directives': [
                    {'name': 'log_format', 'parameters': ['main', '\\"$host; x\\"']},
                    {'name': 'location', 'parameters': ['~', '\\"^/a{2}\\"'], 'block': {'directives': [
                      {'name': 'return', 'parameters': ['200', 'ok\\\\ so']}]}},
                    {'name': 'proxy_pass', 'parameters': ['http://${backend}/x']}]}}]}
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http {|line 1: a block is not closed",
                "}|line 1: this } closes no block",
                "listen 80|line 1: a directive does not end",
                "a 'b;|line 1: a quote is not closed",
                "access_by_lua_block { x }|Lua is not read"
            })
    void brokenNginxSaysWhere(String text, String what) {
        assertThatThrownBy(() -> InputFormat.NGINX.read(text))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining(what);
        String deep = "a {".repeat(100_000);
        assertThatThrownBy(() -> InputFormat.NGINX.read(deep)).isInstanceOf(InputProblem.class);
    }

    @Test
    void ednIsTextInVectorsAndMaps() {
        reads(
                InputFormat.EDN,
                """
                ; settings
                {:port 3000, "name" "a\\nb" :tags [x (y nil)] #_ {:gone 1} :on true
                 :at #inst "2020-01-01" :set #{:a :b}}
                """,
                """
                {':port': '3000', 'name': 'a\\nb', ':tags': ['x', ['y', '<nil>']], ':on': 'true',
                 ':at': '2020-01-01', ':set': '#{:a :b}'}
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1|a collection is not closed",
                "{:a}|the last key of a map has no value",
                ")|closes nothing",
                "\"a|a string is not closed",
                "; none|nothing but blanks"
            })
    void brokenEdnSaysWhy(String text, String what) {
        assertThatThrownBy(() -> InputFormat.EDN.read(text))
                .isInstanceOf(InputProblem.class)
                .hasMessageContaining(what);
        for (String part : new String[] {"[", "#_", "#a ", "#{"}) {
            String deep = part.repeat(100_000);
            assertThatThrownBy(() -> InputFormat.EDN.read(deep)).isInstanceOf(InputProblem.class);
        }
    }

    @Test
    void cycloneDxIsJsonOfThatName() {
        reads(
                InputFormat.CYCLONEDX,
                "{\"bomFormat\": \"CycloneDX\"}",
                "{'bomFormat': 'CycloneDX'}");
        assertThatThrownBy(() -> InputFormat.CYCLONEDX.read("<bom/>"))
                .hasMessageContaining("convert it to JSON");
        assertThatThrownBy(() -> InputFormat.CYCLONEDX.read("{}"))
                .hasMessageContaining("no bill of materials");
    }

    @ParameterizedTest
    @CsvSource({"cue", "jsonnet", "hocon", "spdx", "groovy", "vcl", "textproto"})
    void formatsOfConftestAreRefusedByName(String id) {
        assertThat(InputFormat.named(id)).isEmpty();
        assertThat(InputFormat.whyNot(id)).startsWith("not read here; ");
        assertThat(InputFormat.whyNot("x" + id)).contains("choose one of cyclonedx, dockerfile");
    }

    @Test
    void documentsOfYamlAreAnArray() {
        reads(InputFormat.YAML, "a: 1\n---\nb: 2\n", "[{'a': 1}, {'b': 2}]");
        reads(InputFormat.YAML, "a: 1\n", "{'a': 1}");
    }

    @ParameterizedTest
    @CsvSource({"JSON, {\"a\": 1}", "YAML, a: 1", "TOML, a = 1"})
    void aByteOrderMarkIsNoText(InputFormat format, String text) {
        reads(format, "\ufeff" + text, "{'a': 1}");
    }

    @Test
    void commentsInJsonAreNotRead() {
        reads(
                InputFormat.JSONC,
                "{ // one\n \"a\": \"//no comment\", /* two */ \"b\": 2 }",
                "{'a': '//no comment', 'b': 2}");
    }

    @Test
    void blocksOfTerraformStandUnderTypeAndLabels() {
        reads(
                InputFormat.HCL2,
                """
                resource "disk" "a" {
                  size = 10
                  tags = { owner = "ops" }
                  lock {
                    on = var.locked
                  }
                }
                resource "disk" "b" {
                  name = "x-${var.name}"
                  zones = concat(var.a, ["b"])
                }
                """,
                """
                {'resource': {'disk': {
                  'a': [{'size': 10, 'tags': {'owner': 'ops'}, 'lock': [{'on': '${var.locked}'}]}],
                  'b': [{'name': 'x-${var.name}', 'zones': '${concat(var.a, [\\"b\\"])}'}]}}}
                """);
    }

    @Test
    void objectsOfTheFirstEditionStandInArrays() {
        reads(
                InputFormat.HCL1,
                "provider \"cloud\" { project = \"p\" }\nprovider \"dns\" { ttl = 5 }\n",
                """
                {'provider': [{'cloud': [{'project': 'p'}]}, {'dns': [{'ttl': 5}]}]}
                """);
    }

    @Test
    void instructionsOfADockerfileAreListed() {
        reads(
                InputFormat.DOCKERFILE,
                """
                # syntax=docker/dockerfile:1
                # the base
                FROM alpine AS base
                ENV A=1 B="two words"
                RUN apk add \\
                    # why
                    curl
                FROM scratch
                COPY --from=base --link /a /b
                CMD ["run", "it"]
                """,
                """
                [[
                 {'Cmd': 'comment', 'SubCmd': '', 'JSON': false, 'Flags': null, 'Value': ['the base'], 'Stage': 0},
                 {'Cmd': 'from', 'SubCmd': '', 'JSON': false, 'Flags': [], 'Value': ['alpine', 'AS', 'base'], 'Stage': 0},
                 {'Cmd': 'env', 'SubCmd': '', 'JSON': false, 'Flags': [], 'Value': ['A', '1', '=', 'B', '\\"two words\\"', '='], 'Stage': 0},
                 {'Cmd': 'comment', 'SubCmd': '', 'JSON': false, 'Flags': null, 'Value': ['why'], 'Stage': 0},
                 {'Cmd': 'run', 'SubCmd': '', 'JSON': false, 'Flags': [], 'Value': ['apk add     curl'], 'Stage': 0},
                 {'Cmd': 'from', 'SubCmd': '', 'JSON': false, 'Flags': [], 'Value': ['scratch'], 'Stage': 1},
                 {'Cmd': 'copy', 'SubCmd': '', 'JSON': false, 'Flags': ['--from=base', '--link'], 'Value': ['/a', '/b'], 'Stage': 1},
                 {'Cmd': 'cmd', 'SubCmd': '', 'JSON': true, 'Flags': [], 'Value': ['run', 'it'], 'Stage': 1}
                ]]
                """);
    }

    @Test
    void hereDocumentsAreNoInstructions() {
        reads(
                InputFormat.DOCKERFILE,
                "FROM a\nRUN <<EOF\nFROM nothing\nEOF\nUSER app\n",
                """
                [[
                 {'Cmd': 'from', 'SubCmd': '', 'JSON': false, 'Flags': [], 'Value': ['a'], 'Stage': 0},
                 {'Cmd': 'run', 'SubCmd': '', 'JSON': false, 'Flags': [], 'Value': ['<<EOF'], 'Stage': 0},
                 {'Cmd': 'user', 'SubCmd': '', 'JSON': false, 'Flags': [], 'Value': ['app'], 'Stage': 0}
                ]]
                """);
    }

    @Test
    void variablesOfAnEnvironmentFileAreFilledInFromItself() {
        reads(
                InputFormat.DOTENV,
                """
                # names
                export HOST=db.example.com # the host
                URL="https://${HOST}/$PATH_OF_NOBODY"
                RAW='${HOST}'
                EMPTY=
                PRICE=\\$HOST
                WORD="pa$word"
                CUT=left#right
                9: nine
                """,
                """
                {'HOST': 'db.example.com', 'URL': 'https://db.example.com/', 'RAW': '${HOST}', 'EMPTY': '',
                 'PRICE': '$HOST', 'WORD': 'pa$word', 'CUT': 'left', '9': 'nine'}
                """);
    }

    @Test
    void sectionsOfAnIniFileHaveTypedValues() {
        reads(
                InputFormat.INI,
                """
                top = level
                [server]
                port = 3000
                on = true ; since ever
                ;off = true
                name : "a; b"
                [auth.basic]
                ratio = .5
                """,
                """
                {'server': {'port': 3000, 'on': true, 'name': 'a; b'}, 'auth.basic': {'ratio': 0.5}}
                """);
    }

    @Test
    void propertiesAreStrings() {
        reads(
                InputFormat.PROPERTIES,
                "# note\n a.b = c\nurl:https\\://x\nport 80\n",
                "{'a.b': 'c', 'url': 'https://x', 'port': '80'}");
    }

    @Test
    void tablesOfTomlAreObjects() {
        reads(
                InputFormat.TOML,
                "a = 1\n[b]\nc = [1.5, true]\n[[d]]\ne = 2020-01-01\nf = 2020-01-01T07:30:00Z\n",
                """
                {'a': 1, 'b': {'c': [1.5, true]}, 'd': [{'e': '2020-01-01', 'f': '2020-01-01T07:30:00Z'}]}
                """);
    }

    @Test
    void elementsOfXmlAreObjects() {
        reads(
                InputFormat.XML,
                """
                <?xml version="1.0"?>
                <p:root xmlns:p="urn:p" id="7"><item>a</item><item>b</item><one x="y">text</one><no/></p:root>
                """,
                """
                {'root': {'-id': '7', 'item': ['a', 'b'], 'one': {'-x': 'y', '#content': 'text'}, 'no': ''}}
                """);
    }

    @Test
    void entitiesOfXmlAreNotResolved() {
        String text = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><a>&e;</a>";
        try {
            assertThat(InputFormat.XML.read(text).toString()).isEqualTo("{\"a\": \"\"}");
        } catch (InputProblem refused) {
            assertThat(refused).hasMessageContaining("XML");
        }
    }

    @Test
    void linesOfAnIgnoreFileHaveKinds() {
        reads(
                InputFormat.IGNORE,
                "# c\n\n!keep\n*.log \n",
                """
                [[{'Kind': 'Comment', 'Value': ' c', 'Original': '# c'},
                  {'Kind': 'Empty', 'Value': '', 'Original': ''},
                  {'Kind': 'NegatedPath', 'Value': 'keep', 'Original': '!keep'},
                  {'Kind': 'Path', 'Value': '*.log', 'Original': '*.log '}]]
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "DOTENV, A:b",
        "DOTENV, just words",
        "INI, key",
        "INI, [open",
        "TOML, a =",
        "XML, <a>",
        "HCL2, a {"
    })
    void malformedTextsAreRefused(InputFormat format, String text) {
        assertThatThrownBy(() -> format.read(text)).isInstanceOf(InputProblem.class);
    }

    /** Single quotes in what is expected stand for double ones. */
    private static void reads(InputFormat format, String text, String expected) {
        assertThat(format.read(text))
                .isEqualTo(JsonReader.standard().read(expected.replace('\'', '"')));
    }
}
